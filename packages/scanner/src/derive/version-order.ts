import { compare as comparePep440, valid as isPep440 } from '@renovatebot/pep440'
import { valid as isRuby, gt as rubyGreater, lt as rubyLess } from '@renovatebot/ruby-semver'
import semver from 'semver'

/** How an ecosystem puts its versions in order. */
export type VersionScheme = 'semver' | 'pep440' | 'ruby' | 'debian' | 'loose'

/** Whose packages: each has rules of its own for what is newer. Names as in the OSV schema, and three of ours. */
export type Ecosystem =
  | 'npm'
  | 'PyPI'
  | 'RubyGems'
  | 'Packagist'
  | 'Maven'
  | 'NuGet'
  | 'Go'
  | 'Debian'
  | 'Bitnami'
  /** Core, plugins and themes: `core`, `plugin/<slug>`, `theme/<slug>`. */
  | 'WordPress'
  /** Server software, by its common name. */
  | 'generic'

const SCHEMES: Record<Ecosystem, VersionScheme> = {
  npm: 'semver',
  PyPI: 'pep440',
  RubyGems: 'ruby',
  Packagist: 'loose',
  Maven: 'loose',
  NuGet: 'loose',
  Go: 'semver',
  Debian: 'debian',
  Bitnami: 'loose',
  WordPress: 'loose',
  generic: 'loose',
}

/** Negative, zero or positive as `a` is older than, equal to or newer than `b` by the rules of `ecosystem`. Never throws. */
export function compareVersions(ecosystem: Ecosystem, a: string, b: string): number {
  const [left, right] = [bare(a), bare(b)]
  switch (SCHEMES[ecosystem]) {
    case 'semver': {
      const [one, other] = [toSemver(left), toSemver(right)]
      return one && other ? semver.compare(one, other) : compareLoose(left, right)
    }
    case 'pep440':
      return isPep440(left) && isPep440(right) ? comparePep440(left, right) : compareLoose(left, right)
    case 'ruby':
      if (!isRuby(left) || !isRuby(right)) return compareLoose(left, right)
      return rubyGreater(left, right) ? 1 : rubyLess(left, right) ? -1 : 0
    case 'debian':
      return compareDebian(left, right)
    case 'loose':
      return compareLoose(left, right)
  }
}

function bare(version: string): string {
  return version.trim().replace(/^v(?=\d)/i, '')
}

/** What npm packages and their banners call a version: `1.6` is `1.6.0`, `1.9.0b1` is `1.9.0-b1`. Null where it is none. */
function toSemver(version: string): string | null {
  const parts = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-.]?([a-z][\w.-]*))?(?:\+.*)?$/i.exec(version)
  if (!parts) return null
  const [, major, minor = '0', patch = '0', before] = parts
  return semver.valid(`${major}.${minor}.${patch}${before ? `-${before}` : ''}`, { loose: true })
}

/**
 * The order in which PHP, Composer, Maven, NuGet and most server software agree: numbers by value, missing ones are zero;
 * words that tell of something unfinished before the release, other letters after it (`1.0.2k`, `8.9p1`, `2.0-sp1`).
 */
export function compareLoose(a: string, b: string): number {
  const [left, right] = [tokens(a), tokens(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = rank(left[at]) - rank(right[at])
    if (difference !== 0) return difference
    const [one, other] = [left[at], right[at]]
    if (typeof one === 'string' && typeof other === 'string' && one !== other)
      return one.length - other.length || (one < other ? -1 : 1)
  }
  return 0
}

const UNFINISHED = ['dev', 'snapshot', 'nightly', 'canary', 'alpha', 'beta', 'milestone', 'preview', 'next', 'rc']
const SAME: Record<string, string> = { a: 'alpha', b: 'beta', m: 'milestone', pre: 'preview', cr: 'rc', c: 'rc' }
const FINISHED = new Set(['ga', 'final', 'release', 'stable'])
const LATER = 0.5 // between a release and its next number

function rank(token: number | string | undefined): number {
  if (token === undefined) return 0
  if (typeof token === 'number') return token
  const at = UNFINISHED.indexOf(token)
  return at < 0 ? LATER : at / UNFINISHED.length - 1
}

/** Numbers and words; `b1` is a beta, while a letter that ends the version is a patch, as OpenSSL counts. */
function tokens(version: string): (number | string)[] {
  return [
    ...version
      .toLowerCase()
      .replace(/\+.*$/, '')
      .matchAll(/\d+|[a-z]+/g),
  ].flatMap((match): (number | string)[] => {
    const [text] = match
    if (/^\d/.test(text)) return [Number(text)]
    if (FINISHED.has(text)) return []
    const isLast = match.index + text.length === version.replace(/\+.*$/, '').length
    return [text.length === 1 && isLast ? text : (SAME[text] ?? text)]
  })
}

/** Debian Policy section 5.6.12: epoch, upstream version, revision. */
function compareDebian(a: string, b: string): number {
  const [left, right] = [debianParts(a), debianParts(b)]
  return (
    left.epoch - right.epoch ||
    compareDebianPart(left.upstream, right.upstream) ||
    compareDebianPart(left.revision, right.revision)
  )
}

function debianParts(version: string): { epoch: number; upstream: string; revision: string } {
  const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/s.exec(version)!
  const dash = rest.lastIndexOf('-')
  return {
    epoch: Number(epoch),
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '0' : rest.slice(dash + 1),
  }
}

function compareDebianPart(a: string, b: string): number {
  const cut = (text: string) => /^(\D*)(\d*)(.*)$/s.exec(text)!
  for (let [left, right] = [a, b]; left !== '' || right !== ''; ) {
    const [, word, digits, rest] = cut(left)
    const [, otherWord, otherDigits, otherRest] = cut(right)
    const difference = compareDebianWord(word!, otherWord!) || Number(digits || '0') - Number(otherDigits || '0')
    if (difference !== 0) return difference
    ;[left, right] = [rest!, otherRest!]
  }
  return 0
}

/** Letters before all else, and `~` before everything, even the end. */
function compareDebianWord(a: string, b: string): number {
  const order = (character: string | undefined) => {
    if (character === '~') return -1
    if (character === undefined) return 0
    const code = character.charCodeAt(0)
    return /[A-Za-z]/.test(character) ? code : code + 256
  }
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = order(a[at]) - order(b[at])
    if (difference !== 0) return difference
  }
  return 0
}
