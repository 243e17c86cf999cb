import type { ExposureEvidence } from '../src/evidence.ts'
import { exchange } from './evidence.ts'

export type Answer = string | { body: string; type?: string; status?: number; truncated?: boolean }

/** What a well-kept site answers for a path that cannot exist. */
const NOT_FOUND: Answer = { status: 404, type: 'text/html', body: '<h1>Not found</h1><p>There is no such page.</p>' }
const NOWHERE = '/lasthash-0123456789abcdef'

/** The answers of `https://site.test` to probed paths (as text/plain, 200, unless told otherwise), and to a path that cannot exist. */
export function exposures(
  answers: Record<string, Answer>,
  nothing: Answer = NOT_FOUND,
): { exposures: ExposureEvidence } {
  return {
    exposures: {
      soft_404: answering(NOWHERE, nothing),
      probes: Object.entries(answers).map(([path, answer]) => ({ path, exchange: answering(path, answer) })),
    },
  }
}

/** The page that a single-page application serves at every address. */
export const SPA: Answer = {
  type: 'text/html',
  body: '<!doctype html><html><head><title>App</title></head><body><div id="root"></div><script src="/main.js"></script></body></html>',
}

/** The same answer at all of `paths`, and at the one that cannot exist. */
export function everywhere(paths: readonly string[], answer: Answer): { exposures: ExposureEvidence } {
  return exposures(Object.fromEntries(paths.map((path) => [path, answer])), answer)
}

function answering(path: string, answer: Answer) {
  const {
    body,
    type = 'text/plain',
    status = 200,
    truncated = false,
  } = typeof answer === 'string' ? { body: answer } : answer
  const made = exchange({ url: `https://site.test${path}`, status, headers: { 'Content-Type': type }, body })
  return { ...made, response: { ...made.response, truncated } }
}
