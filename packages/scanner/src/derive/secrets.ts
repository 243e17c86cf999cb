import { SECRET_KINDS, type SecretKind } from '../../data/secret-kinds.ts'
import { entropyPerCharacter } from './entropy.ts'
import { parseJwt } from './jwt.ts'
import { Screen } from './screen.ts'

export interface FoundSecret {
  kind: Pick<SecretKind, 'id' | 'name' | 'exposure'>
  /** The secret with its middle left out: a report must not become the next leak. */
  masked: string
}

/** What documentation puts where a secret belongs. */
const EXAMPLE =
  /example|sample|dummy|placeholder|your[_-]?|xxxx|changeme|redacted|test_?key|1234567890|abcdefgh|\*{3}|\.{3}/i
const PLACEHOLDER =
  /^(?:\$\{.*|\$\(.*|\{\{.*|<.*|%.*%|password|passwd|pass|pwd|secret|user|username|root|postgres|admin|guest|redis|mongo)$/i
/** Random text has about 4 bits a character in Base64 and 3.5 in hex; words and repetitions lie well below. */
const LEAST_ENTROPY = 3
/** At most so many of one kind: a page made of keys is told once. */
const MOST = 5

const SCREEN = new Screen(SECRET_KINDS, ({ pattern }) => [pattern])

/** Every secret in the text whose form, checksum and randomness fit. */
export function findSecrets(text: string): FoundSecret[] {
  const likely = SCREEN.of(text)
  const lower = likely.length > 0 ? text.toLowerCase() : ''
  return [
    ...likely
      .filter(({ contains }) => lower.includes(contains.toLowerCase()))
      .flatMap((kind) => matches(text, kind).map((secret) => ({ kind: describe(kind), masked: mask(secret) }))),
    ...serviceRoleTokens(text),
  ]
}

function matches(text: string, kind: SecretKind): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(kind.pattern)) {
    const secret = match[1] ?? match[0]
    if (found.size >= MOST) break
    if (isExample(match[0], secret, kind) || kind.verify?.(secret) === false) continue
    found.add(secret)
  }
  return [...found]
}

function isExample(whole: string, secret: string, { id }: SecretKind): boolean {
  // key material is long enough to hold any short word by chance
  if (id === 'private-key' || id === 'gcp-service-account') return /\.\.\.|…/.test(whole)
  if (EXAMPLE.test(whole)) return true
  if (id === 'url-password' || id === 'address-password')
    return PLACEHOLDER.test(secret) || /@(?:localhost|127\.0\.0\.1|host|hostname|db)$/i.test(whole)
  return entropyPerCharacter(secret) < LEAST_ENTROPY
}

const TOKEN = /\beyJ[A-Za-z0-9_-]{10,500}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,}/g

/** Supabase: the anonymous key belongs into pages, the one with the role `service_role` passes every access rule. */
function serviceRoleTokens(text: string): FoundSecret[] {
  if (!text.includes('eyJ')) return []
  const found = (text.match(TOKEN) ?? []).filter((token) => parseJwt(token)?.claims.role === 'service_role')
  return [...new Set(found)].slice(0, MOST).map((token) => ({
    kind: { id: 'supabase-service-role', name: 'Supabase service role key', exposure: 'secret' as const },
    masked: mask(token),
  }))
}

function describe({ id, name, exposure }: SecretKind): FoundSecret['kind'] {
  return { id, name, exposure }
}

function mask(secret: string): string {
  const line = secret.replace(/\s+/g, ' ').trim()
  return line.length < 16 ? `${line.slice(0, 2)}…` : `${line.slice(0, 8)}…${line.slice(-4)}`
}
