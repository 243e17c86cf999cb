/**
 * Preloaded into the Observatory's own tests: each call of one of its analyzers is written down, with what it was given
 * and what it answered, as one JSON line in the file that RECORD names.
 */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const ANALYZER = /\/src\/analyzer\/tests\/([a-z-]+)\.js$/

registerHooks({
  load(url, context, next) {
    const name = ANALYZER.exec(url)?.[1]
    if (!name) return next(url, context)
    return {
      format: 'module',
      shortCircuit: true,
      source: `import * as original from ${JSON.stringify(`${url}?original`)}
const wrapped = (name) => (requests, ...rest) => {
  const output = original[name](requests, ...rest)
  globalThis.recordObservatory(${JSON.stringify(name)}, requests, output)
  return output
}
export * from ${JSON.stringify(`${url}?original`)}
${Object.entries(FUNCTIONS)
  .filter(([file]) => file === name)
  .map(([, fn]) => `export const ${fn} = wrapped('${fn}')`)
  .join('\n')}
`,
    }
  },
})

/** The analyzer that each file exports. */
const FUNCTIONS: Record<string, string> = {
  cookies: 'cookiesTest',
  cors: 'crossOriginResourceSharingTest',
  'cross-origin-embedder-policy': 'crossOriginEmbedderPolicyTest',
  'cross-origin-opener-policy': 'crossOriginOpenerPolicyTest',
  'cross-origin-resource-policy': 'crossOriginResourcePolicyTest',
  csp: 'contentSecurityPolicyTest',
  redirection: 'redirectionTest',
  'referrer-policy': 'referrerPolicyTest',
  'strict-transport-security': 'strictTransportSecurityTest',
  'subresource-integrity': 'subresourceIntegrityTest',
  'x-content-type-options': 'xContentTypeOptionsTest',
  'x-frame-options': 'xFrameOptionsTest',
}

interface Answer {
  headers: Record<string, unknown>
  request: { headers: Record<string, unknown> }
  status: number
  verified: boolean
}
interface Requests {
  resources: { path: string | null }
  responses: Record<'auto' | 'cors' | 'http' | 'https', Answer | null> & {
    httpRedirects: { url: URL; status: number }[]
  }
  session: { jar: { toJSON(): { cookies: unknown[] } } } | null
}

const answerOf = (answer: Answer | null) =>
  answer && {
    headers: { ...answer.headers },
    origin: answer.request?.headers?.origin ?? answer.request?.headers?.Origin,
    status: answer.status,
    verified: answer.verified,
  }

Object.assign(globalThis, {
  recordObservatory(
    test: string,
    { resources, responses, session }: Requests,
    output: { result: string; pass: boolean },
  ) {
    const line = {
      test,
      outcome: output.result,
      pass: output.pass,
      html: resources.path,
      auto: answerOf(responses.auto),
      cors: answerOf(responses.cors),
      http: answerOf(responses.http),
      https: answerOf(responses.https),
      redirects: responses.httpRedirects.map(({ url, status }) => ({ url: url.href, status })),
      cookies: session?.jar.toJSON().cookies ?? [],
    }
    appendFileSync(process.env.RECORD!, `${JSON.stringify(line)}\n`)
  },
})
