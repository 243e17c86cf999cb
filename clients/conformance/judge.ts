import { isDeepStrictEqual } from 'node:util'
import type { ExpectedRequest, Outcome, Seen, Vector } from './vector.ts'

/** What of a vector came out otherwise than it must, in words. */
export function differences(vector: Vector, seen: readonly Seen[], outcome: Outcome): string[] {
  return [...ofRequests(vector, seen), ...ofOutcome(vector, outcome)]
}

function ofRequests(vector: Vector, seen: readonly Seen[]): string[] {
  const { requests = [] } = vector.expect
  const found: string[] = []
  if (seen.length !== requests.length)
    found.push(
      `${seen.length} requests and not ${requests.length}: ${seen.map((one) => `${one.method} ${one.path}`).join(', ')}`,
    )
  for (const [index, request] of requests.entries()) {
    const actual = seen[index]
    if (actual) found.push(...ofRequest(vector, request, actual).map((text) => `request ${index + 1}: ${text}`))
  }
  const { times = 1, options } = vector.call ?? {}
  const made = options?.idempotency_key ? 1 : times
  const keys = new Set(seen.filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']))
  if (keys.size > 0 && keys.size !== made) found.push(`${keys.size} idempotency keys and not ${made}`)
  return found
}

function ofRequest(vector: Vector, expected: ExpectedRequest, actual: Seen): string[] {
  const found: string[] = []
  const compare = (what: string, is: unknown, must: unknown) => {
    if (!isDeepStrictEqual(is, must)) found.push(`${what} is ${JSON.stringify(is)} and not ${JSON.stringify(must)}`)
  }
  compare('method', actual.method, expected.method)
  compare('path', actual.path, expected.path)
  compare('query', sorted(actual.query), sorted(Object.entries(expected.query ?? {})))
  compare('body', actual.body === '' ? undefined : parsed(actual.body), expected.body)
  const always: Record<string, string | null> = {
    authorization: `Bearer ${vector.client?.api_key ?? 'test-key'}`,
    'user-agent': '/(^| )lasthash-(node|python|php|ruby)/\\d+\\.\\d+\\.\\d+( |$)/',
    accept: '/./',
    'content-type': expected.body === undefined ? null : '/^application\\/json\\b/',
    'idempotency-key': expected.method === 'POST' ? '/^[\\x21-\\x7e]{16,255}$/' : null,
  }
  for (const [name, must] of Object.entries({ ...always, ...expected.headers })) {
    const is = actual.headers[name.toLowerCase()]
    const pattern = typeof must === 'string' ? /^\/(.*)\/$/s.exec(must)?.[1] : undefined
    if (pattern === undefined) compare(name, is ?? null, must)
    else if (!new RegExp(pattern).test(is ?? '')) found.push(`${name} is ${JSON.stringify(is)} and not like ${must}`)
  }
  return found
}

function ofOutcome({ expect }: Vector, outcome: Outcome): string[] {
  const found: string[] = []
  const compare = (what: string, is: unknown, must: unknown) => {
    if (!isDeepStrictEqual(is, must)) found.push(`${what} is ${JSON.stringify(is)} and not ${JSON.stringify(must)}`)
  }
  if (!expect.error && outcome.error) found.push(`error ${outcome.error.kind}: ${outcome.error.message}`)
  if (expect.error && !outcome.error) found.push(`no error, but ${JSON.stringify(outcome.result ?? outcome.items)}`)
  for (const [name, must] of Object.entries(expect.error ?? {})) {
    if (!outcome.error) break
    const is = outcome.error[name]
    if (name !== 'message') compare(`error.${name}`, is ?? null, must)
    else if (!String(is).includes(String(must)))
      found.push(`the message ${JSON.stringify(is)} lacks ${JSON.stringify(must)}`)
  }
  if ('result' in expect) compare('result', outcome.result ?? null, expect.result)
  for (const [name, must] of Object.entries(expect.result_has ?? {}))
    compare(`result.${name}`, (outcome.result as Record<string, unknown> | null)?.[name], must)
  if (expect.items) compare('items', outcome.items, expect.items)
  compare('sleeps', rounded(outcome.sleeps), rounded(expect.sleeps))
  if (expect.progress) compare('progress', outcome.progress, expect.progress)
  const { warnings = [] } = outcome
  const words = expect.warnings ?? []
  if (warnings.length !== words.length) found.push(`${warnings.length} warnings and not ${words.length}`)
  for (const [index, word] of words.entries())
    if (!warnings[index]?.includes(word)) found.push(`the warning ${JSON.stringify(warnings[index])} lacks ${word}`)
  return found
}

function rounded(seconds: number[] = []): number[] {
  return seconds.map((one) => Math.round(one * 1000) / 1000)
}

function sorted(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...pairs].sort(([one], [other]) => one.localeCompare(other))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
