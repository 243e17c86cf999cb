/** Where the rule gives a name that nobody would choose. Operation → resource and method. */
const EXCEPTIONS: Record<string, readonly [resource: string, method: string]> = {
  importWebsites: ['websites', 'import_many'], // `import` is a keyword of Python
  lookAtPaymentPage: ['payment_pages', 'look'],
  sendReportSchedule: ['report_schedules', 'send_now'], // `send` is what every object of Ruby has
  simulateDraft: ['policies', 'simulate_draft'],
  testDraftIntegration: ['integrations', 'test_draft'],
}

/** What a method cannot be called in one of the languages. */
const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield initialize send'.split(
    ' ',
  ),
)

/**
 * The resource and the method of an operation, both snake_case. The resource is the first part of the path. The method comes
 * of the operation's id without the resource's own name: `createScan` is `scans.create`, `cancelScan` `scans.cancel`. What is
 * got or listed below a resource is called by what it is: `getScanCoverage` is `scans.coverage`, `listDeliveries`
 * `webhooks.deliveries`; one of a list below it is `get_delivery`. A change of many at once ends in `_many`. What would be a
 * keyword, or is taken already, has its whole id as its name.
 */
export function nameOf(
  id: string,
  httpMethod: string,
  path: string,
  isTaken: (resource: string, method: string) => boolean,
): { resource: string; method: string } {
  const [exceptional, called] = EXCEPTIONS[id] ?? []
  const resource = exceptional ?? path.split('/')[2]!.replaceAll('-', '_')
  const method = called ?? methodOf(id, httpMethod, path, resource)
  return { resource, method: KEYWORDS.has(method) || isTaken(resource, method) ? snake(id) : method }
}

function methodOf(id: string, httpMethod: string, path: string, resource: string): string {
  const [verb, ...words] = snake(id).split('_') as [string, ...string[]]
  const own = resource.split('_')
  const plural = startsWith(words, own)
  const isOwn = plural || startsWith(words, singular(own))
  // `listReportRuns` of report schedules is `runs`.
  const shared = !isOwn && own.length > 1 && words.length > 1 && words[0] === own[0] ? 1 : 0
  const rest = words.slice(isOwn ? own.length : shared)
  const isOneOfMany = path.endsWith('}') && path.split('{').length > 2
  const isNoun = verb === 'list' || (verb === 'get' && !isOneOfMany)
  if (rest.length > 0) return (isNoun ? rest : [verb, ...rest]).join('_')
  const many = plural && httpMethod !== 'GET' && !path.includes('{') && singular(own).join() !== own.join()
  return many && (httpMethod === 'PATCH' || httpMethod === 'DELETE') ? `${verb}_many` : verb
}

function startsWith(words: readonly string[], first: readonly string[]): boolean {
  return first.every((word, index) => words[index] === word)
}

/** The singular of a resource's name: `policies` → `policy`. */
export function singular(words: readonly string[]): string[] {
  const last = words.at(-1)!
  const one = last.endsWith('ies')
    ? `${last.slice(0, -3)}y`
    : last.endsWith('s') && !/(ss|us|is)$/.test(last)
      ? last.slice(0, -1)
      : last
  return [...words.slice(0, -1), one]
}

/** `scoreHistory` and `score-history` → `score_history`. */
export function snake(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
}

/** `score_history` → `scoreHistory`. */
export function camel(name: string): string {
  return snake(name).replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `score_history` and `scoreHistory` → `ScoreHistory`. */
export function pascal(name: string): string {
  const camelled = camel(name)
  return camelled.charAt(0).toUpperCase() + camelled.slice(1)
}
