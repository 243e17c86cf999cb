import type { Severity } from '../check.ts'
import type { Ecosystem } from '../derive/version-order.ts'
import type { VersionRange } from '../derive/version-range.ts'
import type { FileListing } from './urlhaus-payloads.ts'

/** A feed and the day of which its data is: RFC 3339, or a date. */
export interface FeedStamp {
  name: string
  date: string
}

/** A known flaw of one package, whatever feed told of it. */
export interface Advisory {
  /** As the feed calls it: CVE, GHSA, or an identifier of its own. */
  id: string
  cves: readonly string[]
  ranges: readonly VersionRange[]
  /** Versions that are affected besides, one by one. */
  versions?: readonly string[]
  severity: Severity
  cvss: { vector: string; score: number } | null
  summary: string
  references: readonly string[]
  /** Key of other software without which it does not apply. */
  with?: string
  /** Day on which it was listed as exploited, where the same source tells it. */
  kev?: string
}

/** How likely a flaw is to be exploited within thirty days, and how that compares (first.org/epss): 0 to 1. */
export interface Epss {
  score: number
  percentile: number
}

/** A line of releases. */
export interface Lifecycle {
  line: string
  /** The day after which nothing is mended any more; true where only that is known; false while it is mended. */
  end: string | boolean
  latest: string | null
}

/** Why an address is on a blocklist. */
export interface Listing {
  url: string
  threat: string
  reference: string | null
}

/** What is known about software and addresses, by whatever feeds are there. All answers are plain data. */
export interface Knowledge {
  advisories(ecosystem: Ecosystem, name: string): readonly { advisory: Advisory; feed: FeedStamp }[]
  epss(cve: string): (Epss & { feed: FeedStamp }) | null
  /** The day on which CISA listed it as exploited. */
  kev(cve: string): { added: string; feed: FeedStamp } | null
  lifecycles(product: string): { lines: readonly Lifecycle[]; feed: FeedStamp } | null
  /** `url` as it stands, without its fragment. */
  listing(url: string): (Listing & { feed: FeedStamp }) | null
  /** A file that was served as malware, by its SHA-256 in hex. */
  file(sha256: string): (FileListing & { feed: FeedStamp }) | null
  /** The list in which a public key stands whose private key is known, by its hash (`keyHash`). */
  exposedKey(hash: string): { list: string; feed: FeedStamp } | null
  /** Each feed that is there, with its date. */
  stamps(): readonly FeedStamp[]
}
