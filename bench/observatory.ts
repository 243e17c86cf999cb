/**
 * Mozilla Observatory's own test cases, run through our checks: for each call that its tests make of an analyzer, the
 * same responses become our evidence, and the two verdicts are laid side by side. Prints each outcome of the
 * Observatory with what we say in its cases, and fails where that is not what test/parity/observatory.json says.
 *
 *   node bench/observatory.ts CHECKOUT      # of mdn/mdn-http-observatory, with its dependencies installed
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checks } from '../packages/scanner/src/checks/index.ts'
import { EvidenceBook, runCheck } from '../packages/scanner/src/evaluate.ts'
import type { Evidence } from '../packages/scanner/src/evidence.ts'
import { sources } from '../packages/scanner/src/sources.ts'
import { exchange, page, target } from '../packages/scanner/test/evidence.ts'
import { type ParityFile, readParity } from '../test/parity/parity.ts'

interface Answer {
  headers: Record<string, string | string[]>
  origin?: string
  status: number
}
interface Case {
  test: string
  outcome: string
  pass: boolean
  html: string | null
  auto: Answer | null
  cors: Answer | null
  http: Answer | null
  https: Answer | null
  redirects: { url: string; status: number }[]
}

/** Which of our checks answer the question of each of its tests. */
const FAMILIES: Record<string, RegExp> = {
  cookies: /^cookies\//,
  cors: /^cors\//,
  'cross-origin-embedder-policy': /^headers\/coep$/,
  'cross-origin-opener-policy': /^headers\/coop$/,
  'cross-origin-resource-policy': /^headers\/corp$/,
  csp: /^csp\//,
  redirection: /^transport\/(http-redirect|downgrade)$/,
  'referrer-policy': /^headers\/referrer-policy$/,
  'strict-transport-security': /^transport\/(hsts|https)$/,
  'subresource-integrity': /^(content\/sri(-broken)?|transport\/mixed-content)$/,
  'x-content-type-options': /^headers\/x-content-type-options$/,
  'x-frame-options': /^headers\/x-frame-options$/,
}

const [checkout] = process.argv.slice(2)
if (!checkout) {
  console.error(
    'Usage: node bench/observatory.ts CHECKOUT   (of mdn/mdn-http-observatory, after npm install --ignore-scripts)',
  )
  process.exit(2)
}
const cases = record(resolve(checkout))
const outcomes = Map.groupBy(cases, ({ outcome }) => outcome)
const parity = readParity('observatory')
let wrong = 0
for (const row of parity.rows) {
  const of = outcomes.get(row.rule) ?? []
  const seen = of.map(ours)
  const faults = of.flatMap((one, index) => disagreement(row, one, seen[index]!))
  wrong += faults.length
  const said = [...new Set(seen.flat())].sort().join(', ') || 'nothing'
  console.log(`${row.rule} (${of.length} cases): ${said}${row.reason ? ` — ${row.reason}` : ''}`)
  for (const fault of faults) console.log(`  DISAGREES: ${fault}`)
}
const unknown = [...outcomes.keys()].filter((outcome) => !parity.rows.some(({ rule }) => rule === outcome))
for (const outcome of unknown) console.log(`${outcome}: stands in no row of the parity table`)
console.log(`\n${cases.length} cases, ${outcomes.size} outcomes, ${wrong} disagreements without a reason`)
process.exit(wrong + unknown.length > 0 ? 1 : 0)

/**
 * Where the Observatory finds fault, we must name one of the row's findings, or the row must say why not; where it finds
 * none, we may only name those that the row lists, and gives the reason for.
 */
function disagreement({ ours: expected, reason }: ParityFile['rows'][number], one: Case, seen: string[]): string[] {
  const named = seen.filter((finding) => expected.some((id) => finding === id || finding.startsWith(`${id} `)))
  const input = JSON.stringify(one.html ?? { ...one.auto?.headers, ...one.cors?.headers }).slice(0, 200)
  if (!one.pass && named.length === 0 && !reason) return [`${seen.join(', ') || 'silent'} on ${input}`]
  const surplus = seen.filter((finding) => !named.includes(finding) && !isInformation(finding))
  if (one.pass && surplus.length > 0) return [`${surplus.join(', ')} on ${input}`]
  return []
}

function isInformation(finding: string): boolean {
  const [id, outcome] = finding.split(' ')
  return checks.find((check) => check.id === id)!.outcomes[outcome!]!.severity === 'info'
}

function ours(one: Case): string[] {
  const book = new EvidenceBook(evidenceOf(one) as never, sources)
  return checks
    .filter(({ id }) => FAMILIES[one.test]!.test(id))
    .map((check) => ({ check, ...runCheck(check, book) }))
    .flatMap(({ check, fails }) => fails.map(({ outcome }) => `${check.id} ${outcome}`))
}

function evidenceOf(one: Case) {
  const answer = one.test === 'strict-transport-security' ? (one.https ?? one.http) : (one.auto ?? one.https)
  const secure = one.https !== null
  const start = page({
    url: secure ? 'https://mozilla.org/' : 'http://mozilla.org/',
    headers: answer?.headers ?? {},
    body: one.html ?? '',
  })
  const gathered: Partial<Evidence> = {
    scan: { type: 'full', started_at: Date.UTC(2026, 0, 15) },
    target: target(start.url),
    page: start,
    plain: {
      start: 'http://mozilla.org/',
      end: one.http ? 'answered' : 'failed',
      exchanges: one.redirects.map(({ url, status }, index) =>
        exchange({
          url,
          status,
          headers: status < 400 && status > 299 ? { Location: one.redirects[index + 1]?.url ?? '' } : {},
        }),
      ),
    },
    cors: {
      probes: one.cors
        ? [
            {
              kind: 'foreign',
              origin: one.cors.origin ?? 'https://lasthash-probe.example',
              exchange: exchange({
                url: 'https://mozilla.org/',
                headers: one.cors.headers,
                requestHeaders: { Origin: one.cors.origin ?? 'https://lasthash-probe.example' },
              }),
            },
          ]
        : [],
    },
  }
  return Object.fromEntries(Object.entries(gathered).map(([name, value]) => [name, { ok: true, value }]))
}

function record(folder: string): Case[] {
  const temporary = mkdtempSync(join(tmpdir(), 'lasthash-observatory-'))
  const file = join(temporary, 'cases.jsonl')
  try {
    for (const test of Object.keys(FAMILIES)) {
      try {
        execFileSync(
          process.execPath,
          [
            '--import',
            join(import.meta.dirname, 'observatory/record.ts'),
            '--test',
            '--test-isolation=none',
            `test/${test}.test.js`,
          ],
          { cwd: folder, stdio: 'pipe', env: { ...process.env, RECORD: file, CONFIG_FILE: 'conf/config-test.json' } },
        )
      } catch {
        // Two of its cases need the preload list, which it downloads; their calls are recorded all the same.
      }
    }
    return (
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Case)
        // Its cookie tests also ask for the HSTS verdict, of the same empty requests every time: once is enough.
        .filter((one, index, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index)
    )
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
