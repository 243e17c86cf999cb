/**
 * Named groups for key exchange, by their number on the wire. Source: IANA TLS Supported Groups registry. `bits` is the size of
 * the field or prime.
 */
export interface TlsGroup {
  code: number
  name: string
  kind: 'curve' | 'ffdhe' | 'hybrid'
  bits: number
  /** Usable in TLS 1.3 (RFC 8446 section 4.2.7 and later registrations). */
  tls13: boolean
}

const curve = (code: number, name: string, bits: number, tls13 = false): TlsGroup => ({
  code,
  name,
  kind: 'curve',
  bits,
  tls13,
})
const hybrid = (code: number, name: string): TlsGroup => ({ code, name, kind: 'hybrid', bits: 256, tls13: true })
const ffdhe = (code: number, bits: number): TlsGroup => ({
  code,
  name: `ffdhe${bits}`,
  kind: 'ffdhe',
  bits,
  tls13: true,
})

export const TLS_GROUPS: readonly TlsGroup[] = [
  hybrid(0x11ec, 'X25519MLKEM768'),
  hybrid(0x11eb, 'SecP256r1MLKEM768'),
  hybrid(0x11ed, 'SecP384r1MLKEM1024'),
  hybrid(0x6399, 'X25519Kyber768Draft00'),
  hybrid(0x0200, 'MLKEM512'),
  hybrid(0x0201, 'MLKEM768'),
  hybrid(0x0202, 'MLKEM1024'),
  curve(0x001d, 'x25519', 253, true),
  curve(0x0017, 'secp256r1', 256, true),
  curve(0x001e, 'x448', 448, true),
  curve(0x0018, 'secp384r1', 384, true),
  curve(0x0019, 'secp521r1', 521, true),
  ffdhe(0x0100, 2048),
  ffdhe(0x0101, 3072),
  ffdhe(0x0102, 4096),
  ffdhe(0x0103, 6144),
  ffdhe(0x0104, 8192),
  curve(0x001a, 'brainpoolP256r1', 256),
  curve(0x001b, 'brainpoolP384r1', 384),
  curve(0x001c, 'brainpoolP512r1', 512),
  curve(0x001f, 'brainpoolP256r1tls13', 256, true),
  curve(0x0020, 'brainpoolP384r1tls13', 384, true),
  curve(0x0021, 'brainpoolP512r1tls13', 512, true),
  curve(0x0029, 'curveSM2', 256, true),
  curve(0x0016, 'secp256k1', 256),
  curve(0x000e, 'sect571r1', 571),
  curve(0x000d, 'sect571k1', 571),
  curve(0x000c, 'sect409r1', 409),
  curve(0x000b, 'sect409k1', 409),
  curve(0x000a, 'sect283r1', 283),
  curve(0x0009, 'sect283k1', 283),
  curve(0x0008, 'sect239k1', 239),
  curve(0x0007, 'sect233r1', 233),
  curve(0x0006, 'sect233k1', 233),
  curve(0x0015, 'secp224r1', 224),
  curve(0x0014, 'secp224k1', 224),
  curve(0x0005, 'sect193r2', 193),
  curve(0x0004, 'sect193r1', 193),
  curve(0x0013, 'secp192r1', 192),
  curve(0x0012, 'secp192k1', 192),
  curve(0x0003, 'sect163r2', 163),
  curve(0x0002, 'sect163r1', 163),
  curve(0x0001, 'sect163k1', 163),
  curve(0x0011, 'secp160r2', 160),
  curve(0x0010, 'secp160r1', 160),
  curve(0x000f, 'secp160k1', 160),
]

const byCode = new Map(TLS_GROUPS.map((group) => [group.code, group]))
const byName = new Map(TLS_GROUPS.map((group) => [group.name, group]))

/** The registered name, or `0x1234` for a number that has none. */
export function groupName(code: number): string {
  return byCode.get(code)?.name ?? `0x${code.toString(16).padStart(4, '0')}`
}

export function groupNamed(name: string): TlsGroup | undefined {
  return byName.get(name)
}
