import table from '../data/cipher-suites.json' with { type: 'json' }

/** What a suite's IANA name says about it. */
export interface SuiteTraits {
  /** `tls13` suites leave key exchange and certificate to extensions. */
  key_exchange: 'tls13' | 'ECDHE' | 'DHE' | 'ECDH' | 'DH' | 'RSA' | 'PSK' | 'SRP' | 'KRB5' | 'other'
  authentication: 'RSA' | 'ECDSA' | 'DSS' | 'PSK' | 'none' | 'any' | 'other'
  /** Nobody is authenticated: whoever stands in between is believed. */
  anonymous: boolean
  /** Crippled on purpose, for the export rules of the nineties. */
  export: boolean
  cipher: string
  /** Bits of the key that encrypts; 0 means plain text. 3DES counts as 112, what the best attack leaves. */
  bits: number
  /** Bits of a block; null for stream ciphers. */
  block: 64 | 128 | null
  mode: 'CBC' | 'AEAD' | 'stream' | 'none'
  /** Past connections stay secret when the server's key is stolen. */
  forward_secret: boolean
}

/** Every suite that has a name, by its number on the wire. */
export const SUITE_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(table.suites).map(([hex, name]) => [Number.parseInt(hex, 16), name]),
)

/** The registered name, or `0xC0FF` for a number that has none. */
export function suiteName(code: number): string {
  return SUITE_NAMES.get(code) ?? `0x${code.toString(16).padStart(4, '0').toUpperCase()}`
}

const known = new Map<string, SuiteTraits>()

/** Reads a suite's name, such as `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`. */
export function traitsOf(name: string): SuiteTraits {
  let traits = known.get(name)
  if (!traits) {
    traits = read(name)
    known.set(name, traits)
  }
  return traits
}

function read(name: string): SuiteTraits {
  const [exchange, rest] = name.replace(/^(TLS|SSL)_/, '').split('_WITH_')
  const isTls13 = rest === undefined || /_MGM_[LS]$/.test(name)
  const words = (isTls13 ? [] : exchange!.split('_')).filter((word) => !/^(EXPORT(1024)?|FIPS|SHA)$/.test(word))
  const anonymous = words.at(-1) === 'anon'
  const encryption = rest ?? exchange!
  return {
    key_exchange: isTls13 ? 'tls13' : keyExchangeOf(words),
    authentication: isTls13 ? 'any' : anonymous ? 'none' : authenticationOf(words),
    anonymous,
    export: /_EXPORT(1024)?_/.test(name),
    ...cipherOf(encryption),
    forward_secret: isTls13 || words[0] === 'ECDHE' || words[0] === 'DHE' || words[0] === 'ECCPWD' || anonymous,
  }
}

function keyExchangeOf([first = '']: string[]): SuiteTraits['key_exchange'] {
  const exact = ['ECDHE', 'DHE', 'ECDH', 'DH', 'RSA', 'PSK', 'SRP', 'KRB5'] as const
  return exact.find((one) => one === first) ?? 'other'
}

function authenticationOf(words: string[]): SuiteTraits['authentication'] {
  const last = words.at(-1)
  if (last === 'RSA' || last === 'ECDSA' || last === 'DSS' || last === 'PSK') return last
  return 'other'
}

function cipherOf(encryption: string): Pick<SuiteTraits, 'cipher' | 'bits' | 'block' | 'mode'> {
  const mode = /_CBC(_|$)/.test(encryption)
    ? 'CBC'
    : /GCM|CCM|POLY1305|AEGIS|MGM/.test(encryption)
      ? 'AEAD'
      : /^(NULL|SHA\d+_SHA\d+)/.test(encryption)
        ? 'none'
        : 'stream'
  const of = (cipher: string, bits: number, block: SuiteTraits['block']) => ({ cipher, bits, block, mode }) as const
  if (mode === 'none') return of('NULL', 0, null)
  if (encryption.startsWith('3DES')) return of('3DES', 112, 64)
  if (encryption.startsWith('DES40')) return of('DES40', 40, 64)
  if (encryption.startsWith('DES_CBC_40')) return of('DES40', 40, 64)
  if (encryption.startsWith('DES')) return of('DES', 56, 64)
  if (encryption.startsWith('IDEA')) return of('IDEA', 128, 64)
  if (encryption.startsWith('RC2')) return of('RC2', sizeIn(encryption) ?? 128, 64)
  if (encryption.startsWith('RC4')) return of('RC4', sizeIn(encryption) ?? 128, null)
  if (encryption.startsWith('SEED')) return of('SEED', 128, 128)
  if (encryption.startsWith('SM4')) return of('SM4', 128, 128)
  if (/^(28147|MAGMA)/.test(encryption)) return of(encryption.split('_')[0]!, 256, 64)
  if (encryption.startsWith('KUZNYECHIK')) return of('KUZNYECHIK', 256, 128)
  if (encryption.startsWith('FORTEZZA')) return of('SKIPJACK', 80, 64)
  if (encryption.startsWith('CHACHA20')) return of('CHACHA20', 256, null)
  return of(encryption.split('_')[0]!, sizeIn(encryption) ?? 128, 128)
}

/** The first number of two or three digits: `AES_256`, `AEGIS_128L`, `RC4_40`. The digest at the end is no key. */
function sizeIn(encryption: string): number | null {
  const found = /_(\d{2,3})L?(_|$)/.exec(encryption)
  return found ? Number(found[1]) : null
}
