/** Binary files that begin with fixed bytes; their bodies were decoded as text, so the bytes are told by their characters. */
export type BinaryKind =
  | 'zip'
  | 'gzip'
  | 'bzip2'
  | 'xz'
  | '7z'
  | 'rar'
  | 'tar'
  | 'sqlite'
  | 'git-index'
  | 'ds-store'
  | 'vim-swap'
  | 'heap-dump'
  | 'core-dump'
  | 'redis-dump'
  | 'java-keystore'
  | 'keepass'

/** Bytes above 0x7F come out as Windows-1252 reads them, or as U+FFFD where the server said UTF-8. */
const MAGIC: readonly [BinaryKind, ...string[]][] = [
  ['zip', 'PK\u0003\u0004'],
  ['gzip', '\u001f\u2039\b', '\u001f\u008b\b', '\u001f\ufffd\b'],
  ['bzip2', 'BZh91AY&SY', 'BZh61AY&SY'],
  ['xz', '\u00fd7zXZ\0', '\ufffd7zXZ\0'],
  ['7z', "7z\u00bc\u00af'\u001c", "7z\ufffd\ufffd'\u001c"],
  ['rar', 'Rar!\u001a\u0007'],
  ['sqlite', 'SQLite format 3\0'],
  ['git-index', 'DIRC\0\0\0\u0002', 'DIRC\0\0\0\u0003', 'DIRC\0\0\0\u0004'],
  ['ds-store', '\0\0\0\u0001Bud1'],
  ['vim-swap', 'b0VIM '],
  ['heap-dump', 'JAVA PROFILE 1.0.'],
  ['core-dump', '\u007fELF'],
  ['redis-dump', 'REDIS00'],
  ['java-keystore', '\u00fe\u00ed\u00fe\u00ed', '\ufffd\ufffd\ufffd\ufffd\0\0\0\u0002'],
  ['keepass', '\u0003\u00d9\u00a2\u0161g\u00fbK\u00b5'],
]
/** At this byte an ELF file says what it is; 4 is the memory of a process, 1 to 3 are programs. */
const ELF_TYPE = 16
const CORE = '\u0004'
const TAR_OFFSET = 257 // where a POSIX archive says `ustar`; a server may have unpacked the gzip around it

/** What kind of file the body is by its first bytes, or null. */
export function binaryKind(body: string): BinaryKind | null {
  if (body.startsWith('\u007fELF') && body[ELF_TYPE] !== CORE && body[ELF_TYPE + 1] !== CORE) return null
  for (const [kind, ...beginnings] of MAGIC) if (beginnings.some((beginning) => body.startsWith(beginning))) return kind
  return body.startsWith('ustar', TAR_OFFSET) ? 'tar' : null
}

const FORMATS: ReadonlySet<BinaryKind> = new Set(['zip', 'gzip', 'bzip2', 'xz', '7z', 'rar', 'tar'])

/** The format, when the body truly begins as an archive. */
export function archiveKind(body: string): string | null {
  const kind = binaryKind(body)
  return kind !== null && FORMATS.has(kind) ? kind : null
}
