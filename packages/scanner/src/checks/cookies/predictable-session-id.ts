import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { cookiesOf, placeOf, stored } from '../../derive/cookies.ts'
import { capacityBits } from '../../derive/entropy.ts'
import { vectors } from '../../vectors.ts'

const ENOUGH_SAMPLES = 4
const ENOUGH_BITS = 64 // OWASP Session Management Cheat Sheet
const CLOSE = 10_000 // steps between two ids that a counter or a clock gave

export default defineCheck({
  id: 'cookies/predictable-session-id',
  question: 'Does each visit get a session id that cannot be foretold?',
  needs: ['page', 'cors'],
  once: true,
  type: 'vulnerability',
  cwe: 340,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  capec: [59],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html'],
  distinct: ['parameter'],
  outcomes: {
    same: {
      severity: 'high',
      cvss: vectors.guessedSession,
      confidence: 'tentative',
      title: 'Several visits got one and the same session id',
      why: 'If the id stands for a session, all visitors share it: a shared cache keeps it, or the program makes it out of something that does not change.',
      fix: 'Keep answers that set a session out of shared caches, and let the framework make the ids.',
    },
    sequence: {
      severity: 'high',
      cvss: vectors.guessedSession,
      title: 'Session ids follow one another',
      why: 'The ids of several visits lie a few steps apart. From one’s own the neighbours’ can be counted out.',
      fix: 'Let the framework make session ids: at least 128 random bits from a cryptographic source.',
    },
    little_changes: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'Session ids of several visits differ in a few places only',
      why: 'What changes between them holds less than 64 bits, so it can be tried out.',
      fix: 'Let the framework make session ids: at least 128 random bits from a cryptographic source.',
    },
  },
  run({ page, cors }) {
    const visits = [page.redirects, ...cors.probes.map(({ exchange }) => [exchange])]
    const samples = new Map<string, { values: string[]; first: ReturnType<typeof cookiesOf>[number] }>()
    for (const visit of visits) {
      for (const cookie of stored(cookiesOf(visit))) {
        if (cookie.role !== 'session' || cookie.value === '') continue
        const known = samples.get(cookie.name)
        if (known) known.values.push(cookie.value)
        else samples.set(cookie.name, { values: [cookie.value], first: cookie })
      }
    }
    const enough = [...samples.values()].filter(({ values }) => values.length >= ENOUGH_SAMPLES)
    if (enough.length === 0) return skip('no session id was given out several times')
    return verdictOf(enough.flatMap(({ values, first }) => judge(values, placeOf(first))))
  },
})

function judge(
  values: readonly string[],
  place: ReturnType<typeof placeOf>,
): Fail<'same' | 'sequence' | 'little_changes'>[] {
  const shown = values.slice(0, 4).join('\n')
  if (new Set(values).size === 1) return [fail('same', place, shown)]
  const numbers = values.map(numberOf)
  if (numbers.every((number) => number !== null) && areNeighbours(numbers as bigint[]))
    return [fail('sequence', place, shown)]
  const { start, end } = common(values)
  const changing = values.map((value) => value.slice(start, value.length - end))
  const bits = Math.max(...changing.map(capacityBits))
  return bits < ENOUGH_BITS && start + end > 0 ? [fail('little_changes', place, shown)] : []
}

function numberOf(value: string): bigint | null {
  if (/^\d{1,30}$/.test(value)) return BigInt(value)
  return /^[0-9a-f]{1,32}$/i.test(value) ? BigInt(`0x${value}`) : null
}

function areNeighbours(numbers: readonly bigint[]): boolean {
  const sorted = [...numbers].sort((a, b) => (a < b ? -1 : 1))
  return sorted.at(-1)! - sorted[0]! <= BigInt(CLOSE * numbers.length)
}

/** How many characters all values share at their beginning and at their end. */
function common(values: readonly string[]): { start: number; end: number } {
  const shortest = Math.min(...values.map((value) => value.length))
  const [first] = values as [string]
  let start = 0
  while (start < shortest && values.every((value) => value[start] === first[start])) start++
  let end = 0
  while (end < shortest - start && values.every((value) => value.at(-1 - end) === first.at(-1 - end))) end++
  return { start, end }
}
