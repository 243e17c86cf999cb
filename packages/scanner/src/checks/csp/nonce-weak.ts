import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { enforced } from '../../derive/csp.ts'

const ENOUGH_BITS = 128 // CSP3 section 8.1: "at least 128 bits"
const GUESSABLE_BITS = 64 // below this, guessing comes within reach of a patient attacker

/** Values out of tutorials, which end up in production by copying. */
const FROM_TUTORIALS = new Set(
  'abc abc123 random random123 test nonce secret rAnd0m r4nd0m r@nd0m 2726c7f26c EDNnf03nceIOfn39fn3e9h3sdfa ch4hvvbHDpv7xCSvXCs3BrNggHdTzxUA 8IBTHwOdqNKAWeKl7plt8g== DhcnhD3khTMePgXwdayK9BsMqXjhguVV'.split(
    ' ',
  ),
)

export default defineCheck({
  id: 'csp/nonce-weak',
  question: 'Is the nonce long enough not to be guessed?',
  needs: ['page', 'csp'],
  cwe: 330,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.w3.org/TR/CSP3/#security-nonces'],
  outcomes: {
    known: {
      severity: 'medium',
      title: 'The nonce is one from a tutorial',
      why: 'Everybody knows this value. An attacker writes it into the injected script, and the policy lets it run.',
      fix: 'Make a new random nonce of at least 128 bits for every response.',
    },
    guessable: {
      severity: 'low',
      title: 'The nonce is short enough to be guessed',
      why: 'It holds fewer than 64 bits. An attacker who can try often enough finds a value that the policy accepts.',
      fix: 'Make a new random nonce of at least 128 bits for every response.',
    },
    short: {
      severity: 'info',
      title: 'The nonce has fewer than 128 bits',
      why: 'The standard asks for 128 bits of randomness. This one is hard to guess all the same.',
      fix: 'Encode 16 random bytes or more.',
    },
  },
  run({ page, csp }) {
    const nonces = enforced(csp).flatMap(({ directives }) =>
      directives.flatMap(({ sources }) => sources.flatMap((source) => (source.kind === 'nonce' ? [source] : []))),
    )
    if (nonces.length === 0) return skip('the policy uses no nonce')
    const fails = nonces.flatMap(({ raw, value }): Fail<'known' | 'guessable' | 'short'>[] => {
      if (FROM_TUTORIALS.has(value)) return [fail('known', page.url, raw)]
      const bits = capacity(value)
      if (bits < GUESSABLE_BITS) return [fail('guessable', page.url, raw)]
      return bits < ENOUGH_BITS ? [fail('short', page.url, raw)] : []
    })
    // the same nonce in several directives is one nonce
    return verdictOf(fails.filter((one, i) => fails.findIndex(({ seen }) => seen === one.seen) === i))
  },
})

/** The most bits that a text of this length and alphabet can carry. */
function capacity(value: string): number {
  const text = value.replace(/=+$/, '')
  if (/^\d+$/.test(text)) return text.length * Math.log2(10)
  if (/^[0-9a-f-]+$/i.test(text)) return text.replaceAll('-', '').length * 4
  return text.length * 6
}
