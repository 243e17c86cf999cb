import { findSecrets } from './secrets.ts'

/** A credential that a configuration text assigns, such as `DB_PASSWORD=…` or `"apiKey": "…"`. */
export interface Credential {
  /** As written in the text, or the kind of a secret that is known by its own form. */
  key: string
  /** The first two characters: a report must not become the next leak. */
  masked: string
}

export interface Assigned {
  credentials: readonly Credential[]
  /** Whether some values are the hints of an example file: `your-key-here`, `<password>`, `changeme`. */
  has_hints: boolean
}

const MOST = 10
const NAME = String.raw`[A-Za-z_$][\w.$-]{0,80}`
const VALUE = String.raw`(?:"([^"\n]{0,400})"|'([^'\n]{0,400})'|([^\s"'<>,;&#)\]}]{1,400}))`
/** `name=value`, `name: value`, `"name": "value"`, `'name' => 'value'`, `define('name', 'value')`. */
const ASSIGNMENT = new RegExp(String.raw`(["']?)(${NAME})\1\]?\s*(?:=>|[:=]|(?<=["']\s*),)[^\S\n]*${VALUE}`, 'g')
/** `<add key="name" value="value">` and `<name>value</name>`. */
const ADD_ELEMENT = /\b(?:key|name)="([^"\n]{1,80})"\s+value="([^"\n]{1,400})"/g
const ELEMENT = /<([A-Za-z][\w.:-]{0,80})>([^<\n]{1,400})<\/\1>/g

/** A connection string, which stands inside one value: `Server=db;Password=…;`. */
const CONNECTION = /[;"'\s](password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;"'<>\s]{1,400})/gi

/** Names whose values open something, with the least length that their values have. */
const PASSWORD = /(?:password|passwd|passphrase|passwort|pwd|(?:^|[_.-])pass)$/i
const KEY =
  /(?:secret|token|api[_.-]?key|app[_.-]?key|(?:private|access|master|encryption|signing|auth|account|secret|shared)[_.-]?key)$/i
const LEAST_PASSWORD = 4
const LEAST_KEY = 12
/** References to another place, types, switches. */
const REFERENCE =
  /^(?:[$%{<[@(!*.#]|\\|env\(|process\.env|os\.environ|getenv|ref\+|vault:|arn:|file:|\/|null$|none$|nil$|true$|false$|yes$|no$|undefined$|string$|empty$|required$|optional$|redacted$|hidden$|\d{1,5}$|%)/i
const HINT =
  /your|change[_-]?me|change[_-]?this|replace|insert|enter[_-]|placeholder|example|sample|dummy|todo|xxx|foobar|<[^>]+>|here$/i
/** Words that examples and test set-ups share: no secret, but no hint of an example either. */
const WEAK =
  /^(?:password|passwd|passwort|pass|pwd|secret|root|admin|guest|user|username|test|demo|postgres|mysql|redis|mongo|localhost|default|token|key)$/i

/** Finds credentials in configuration text of any dialect, and secrets known by their form. Never throws. */
export function credentialsIn(text: string): Assigned {
  const found = new Map<string, Credential>()
  let has_hints = false
  for (const [key, value] of assignments(text)) {
    const least = PASSWORD.test(key) ? LEAST_PASSWORD : KEY.test(key) ? LEAST_KEY : null
    if (least === null) continue
    if (HINT.test(value)) has_hints = true
    else if (value.length >= least && !REFERENCE.test(value) && !WEAK.test(value) && found.size < MOST)
      found.set(key, { key, masked: `${value.slice(0, 2)}…` })
  }
  for (const { kind, masked } of findSecrets(text)) {
    if (kind.exposure === 'secret' && found.size < MOST) found.set(kind.name, { key: kind.name, masked })
  }
  return { credentials: [...found.values()], has_hints }
}

/** The credentials in one line for a report, or null when there are none. */
export function quoteCredentials(text: string): string | null {
  const { credentials } = credentialsIn(text)
  return credentials.length === 0 ? null : credentials.map(({ key, masked }) => `${key}=${masked}`).join(', ')
}

function* assignments(text: string): Generator<[key: string, value: string]> {
  for (const match of text.matchAll(ASSIGNMENT)) yield [match[2]!, match[3] ?? match[4] ?? match[5] ?? '']
  for (const pattern of [ADD_ELEMENT, ELEMENT, CONNECTION])
    for (const [, key, value] of text.matchAll(pattern)) yield [key!, value!]
}
