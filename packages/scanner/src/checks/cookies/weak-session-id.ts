import { createHash } from 'node:crypto'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { type Cookie, placeOf, stored } from '../../derive/cookies.ts'
import { capacityBits, entropyPerCharacter } from '../../derive/entropy.ts'
import { vectors } from '../../vectors.ts'

const ENOUGH_BITS = 64 // OWASP Session Management Cheat Sheet: at least 64 bits of entropy
const COUNTER_LIMIT = 10_000 // hashes of small numbers that are tried

export default defineCheck({
  id: 'cookies/weak-session-id',
  question: 'Are session ids hard to guess?',
  needs: ['cookies'],
  type: 'vulnerability',
  cwe: 330,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  capec: [59],
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html'],
  distinct: ['parameter'],
  outcomes: {
    number: {
      severity: 'medium',
      title: 'A session id is a plain number',
      why: 'A counter or a time can be guessed. An attacker walks through the neighbours and lands in the sessions of others.',
      fix: 'Let the framework make session ids: at least 128 random bits from a cryptographic source.',
    },
    hashed_number: {
      severity: 'high',
      cvss: vectors.guessedSession,
      confidence: 'confirmed',
      title: 'A session id is the hash of a small number',
      why: 'The hash was recomputed from a small number. Anyone can compute the ids of all sessions.',
      fix: 'Let the framework make session ids: at least 128 random bits from a cryptographic source.',
    },
    short: {
      severity: 'low',
      title: 'A session id is too short',
      why: 'It cannot hold 64 bits. An attacker who can try often enough hits a live session.',
      fix: 'Let the framework make session ids: at least 128 random bits from a cryptographic source.',
    },
  },
  run({ cookies }) {
    const sessions = stored(cookies).filter(isServerSession)
    if (sessions.length === 0) return skip('no cookie holds a session id')
    return verdictOf(sessions.flatMap(judge))
  },
})

/** ColdFusion's CFID is a counter by design: the secret is in CFTOKEN. */
function isServerSession({ name, role, value }: Cookie): boolean {
  return role === 'session' && value !== '' && !/^cfid$/i.test(name)
}

function judge(cookie: Cookie): Fail<'number' | 'hashed_number' | 'short'>[] {
  const { value } = cookie
  const place = placeOf(cookie)
  if (isHashOfCounter(value)) return [fail('hashed_number', place, cookie.raw)]
  // more digits than a time in microseconds hold random ones as well
  if (/^\d{1,16}$/.test(value)) return [fail('number', place, cookie.raw)]
  const bits = Math.min(capacityBits(value), entropyPerCharacter(value) * value.length)
  return bits < ENOUGH_BITS && capacityBits(value) < 2 * ENOUGH_BITS ? [fail('short', place, cookie.raw)] : []
}

function isHashOfCounter(value: string): boolean {
  const algorithm = { 32: 'md5', 40: 'sha1', 64: 'sha256' }[value.length]
  if (!algorithm || !/^[0-9a-f]+$/i.test(value)) return false
  const wanted = value.toLowerCase()
  for (let number = 0; number < COUNTER_LIMIT; number++)
    if (createHash(algorithm).update(String(number)).digest('hex') === wanted) return true
  return false
}
