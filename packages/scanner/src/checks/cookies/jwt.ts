import { JWT_SECRETS } from '../../../data/jwt-secrets.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { type Cookie, placeOf, stored } from '../../derive/cookies.ts'
import { hmacSecretOf, type Jwt, parseJwt } from '../../derive/jwt.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'cookies/jwt',
  question: 'Are tokens in cookies signed in earnest, and do they expire?',
  needs: ['cookies'],
  type: 'vulnerability',
  cwe: 347,
  owasp_2021: ['A02:2021', 'A07:2021'],
  owasp_2025: ['A07:2025'],
  capec: [196],
  references: ['https://www.rfc-editor.org/rfc/rfc8725', 'https://www.rfc-editor.org/rfc/rfc7519'],
  distinct: ['parameter'],
  outcomes: {
    alg_none: {
      severity: 'high',
      cvss: vectors.guessedSession,
      title: 'A token in a cookie is not signed',
      why: 'The token says alg "none", so anyone can write one with any content. If the server goes by it, an attacker is whoever they please.',
      fix: 'Sign tokens, and refuse every algorithm but the one in use.',
    },
    weak_secret: {
      severity: 'high',
      cvss: vectors.guessedSession,
      confidence: 'confirmed',
      title: 'A token in a cookie is signed with a well-known secret',
      why: 'The signature was recomputed with a secret from public lists. Anyone can sign tokens of their own with it and be accepted as any user.',
      fix: 'Replace the secret by 32 random bytes or more, kept out of the code, and void all tokens signed so far.',
    },
    no_expiry: {
      severity: 'low',
      title: 'A token in a cookie never expires',
      why: 'The token has no exp claim. Once copied it stays good for ever, whatever the cookie’s own lifetime says.',
      fix: 'Give tokens an exp of minutes or hours, and renew them.',
    },
  },
  run({ cookies }) {
    const tokens = stored(cookies).flatMap((cookie) => {
      const jwt = parseJwt(decoded(cookie.value))
      return jwt ? [{ cookie, jwt }] : []
    })
    if (tokens.length === 0) return skip('no cookie holds a JSON Web Token')
    return verdictOf(tokens.flatMap(({ cookie, jwt }) => judge(cookie, jwt)))
  },
})

function judge(cookie: Cookie, jwt: Jwt): Fail<'alg_none' | 'weak_secret' | 'no_expiry'>[] {
  const place = placeOf(cookie)
  if (jwt.alg.toLowerCase() === 'none') return [fail('alg_none', place, cookie.raw)]
  if (hmacSecretOf(jwt, JWT_SECRETS) !== null) return [fail('weak_secret', place, cookie.raw)]
  return jwt.claims.exp === undefined ? [fail('no_expiry', place, cookie.raw)] : []
}

/** Some servers put quotes or "Bearer" around the token, percent-encoded or not. */
function decoded(value: string): string {
  const plain = value.replaceAll('%20', ' ').replaceAll('%22', '"').replace(/^"|"$/g, '')
  return plain.replace(/^Bearer\s+/i, '')
}
