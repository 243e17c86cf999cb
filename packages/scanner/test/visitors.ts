import type { Navigation, VisitorKind, VisitorsEvidence } from '../src/evidence.ts'
import { exchange } from './evidence.ts'

/** A body, or where the visitor is sent, or a status with a body. */
export type Given = string | { to: string } | { status: number; body: string }

const KINDS: readonly VisitorKind[] = ['searcher', 'phone', 'robot', 'browser']

/** What visitors of each kind get at the start page in two rounds; a pair is one for each round. Others get what a browser gets. */
export function visitors(
  given: { browser: Given | readonly [Given, Given] } & Partial<Record<VisitorKind, Given | readonly [Given, Given]>>,
): { visitors: VisitorsEvidence } {
  const visits = [0, 1].flatMap((round) =>
    KINDS.map((as) => {
      const gets = given[as] ?? given.browser
      return { as, navigation: navigation((Array.isArray(gets) ? gets[round] : gets) as Given) }
    }),
  )
  return { visitors: { pages: [{ url: 'https://site.test/', visits }] } }
}

function navigation(given: Given): Navigation {
  const start = 'https://site.test/'
  if (typeof given === 'object' && 'to' in given)
    return {
      start,
      exchanges: [exchange({ status: 302, headers: { Location: given.to } })],
      end: 'left_scope',
      next: given.to,
    }
  const made = typeof given === 'string' ? exchange({ body: given }) : exchange(given)
  return { start, exchanges: [made], end: 'answered' }
}
