import type { Certificates } from './derive/certificates.ts'
import type { CmsEvidence } from './derive/cms-seen.ts'
import type { CodeReport } from './derive/code.ts'
import type { Concealed } from './derive/concealed.ts'
import type { Cookie } from './derive/cookies.ts'
import type { Csp } from './derive/csp.ts'
import type { DkimKey } from './derive/dkim.ts'
import type { Dmarc } from './derive/dmarc.ts'
import type { DnssecChain } from './derive/dnssec_chain.ts'
import type { FoundFile } from './derive/found_files.ts'
import type { Hsts } from './derive/hsts.ts'
import type { Html } from './derive/html.ts'
import type { Leads } from './derive/leads.ts'
import type { Revocation, RevocationEvidence } from './derive/revocations.ts'
import type { ScriptLeads } from './derive/script_leads.ts'
import type { ServerName } from './derive/servers.ts'
import type { Sighting } from './derive/sighting.ts'
import type { Software } from './derive/software.ts'
import type { Spf } from './derive/spf.ts'
import type { TlsGrade } from './derive/tls_grade.ts'
import type { PageVisits } from './derive/visits.ts'
import type { BrowserPage, CrawlEvidence, CrawlOptions, Script, ScriptsEvidence } from './evidence-crawl.ts'
import type { FeedStamp } from './feeds/knowledge.ts'
import type { KnownOfSoftware } from './feeds/match.ts'
import type { ListedAddress } from './listed-addresses.ts'
import type { ListedFile } from './listed-files.ts'
import type { Denial, SignedAnswer } from './net/dns-signed.ts'
import type { NetErrorCode } from './net/errors.ts'
import type { Exchange, HeaderList } from './net/exchange.ts'
import type { HandshakesEvidence } from './net/handshake/evidence.ts'
import type { ServiceBinding } from './net/service-binding.ts'
import type { Sight } from './sight.ts'

export type { CmsEvidence } from './derive/cms-seen.ts'
export type { Leads } from './derive/leads.ts'
export type { ScriptLeads } from './derive/script_leads.ts'
export type {
  BrowserPage,
  CrawlEvidence,
  CrawlOptions,
  CrawlParameter,
  CrawlState,
  Login,
  LoginStep,
  Script,
  ScriptsEvidence,
} from './evidence-crawl.ts'
export type ScanType = 'quick' | 'full' | 'active'

/**
 * Everything that a check may ask for, by name. All of it is plain JSON-able data, so that evidence saved from a real
 * site is a test, and yesterday's evidence can be judged again by today's checks. One line per source; the file that
 * produces it has the same name, in gather/ (from the network) or derive/ (from other evidence).
 */
export interface Evidence {
  // what the caller asked for
  scan: ScanWish
  target: Target
  previous: PreviousScan
  // gathered, once per site
  plain: Navigation
  tls: TlsEvidence
  handshakes: HandshakesEvidence
  revocation: RevocationEvidence
  dns: DnsEvidence
  nameservers: NameserversEvidence
  dnssec: DnssecEvidence
  dane: DaneEvidence
  mail_policy: MailPolicyEvidence
  subdomains: SubdomainsEvidence
  rdap: RdapEvidence
  cors: CorsEvidence
  methods: MethodsEvidence
  not_found: Exchange
  favicon: FaviconEvidence
  page_copies: ExposureEvidence
  well_known: WellKnownEvidence
  exposures: ExposureEvidence
  visitors: VisitorsEvidence
  graphql: GraphqlEvidence
  cms_probes: CmsEvidence
  // gathered, once per page: a check that needs these, or anything derived from them, is asked once for each page
  page: Page
  // gathered, once per script file that was fetched: likewise, and `page` is then the start page
  script: Script
  // a page as a browser shows it, for one page of each kind: likewise
  browser: BrowserPage
  // what came of handing in pages and scripts
  scripts: ScriptsEvidence
  crawl: CrawlEvidence
  // derived
  leads: Leads
  script_leads: ScriptLeads
  certificates: Certificates
  tls_grade: TlsGrade
  revocations: readonly Revocation[]
  hsts: Hsts | null
  html: Html
  servers: readonly ServerName[]
  csp: Csp
  concealed: Concealed
  visits: readonly PageVisits[]
  inline_code: CodeReport
  script_code: CodeReport
  cookies: readonly Cookie[]
  spf: Spf
  dmarc: Dmarc
  dkim: readonly DkimKey[]
  dnssec_chain: DnssecChain
  found_files: readonly FoundFile[]
  page_software: readonly Sighting[]
  script_software: readonly Sighting[]
  browser_software: readonly Sighting[]
  cms_software: readonly Sighting[]
  error_software: readonly Sighting[]
  favicon_software: readonly Sighting[]
  // made of what all pages, scripts and probes showed, when all of them are there
  software: readonly Software[]
  known: readonly KnownOfSoftware[]
  listed: readonly ListedAddress[]
  listed_files: readonly ListedFile[]
  exposed_keys: readonly ExposedKey[]
  found_copies: readonly FoundFile[]
}
export type EvidenceName = keyof Evidence

export interface ScanWish {
  type: ScanType
  /** Milliseconds since the epoch: the only clock that checks have. */
  started_at: number
  crawl?: CrawlOptions
  /** Addresses of one finding that is looked at again: sources that look at many places look at these alone. */
  places?: readonly string[]
}

/** A website is scheme, host and port. */
export interface Target {
  /** Normalised, with path. */
  url: string
  origin: string
  scheme: 'http' | 'https'
  /** ASCII (punycode) name, or an address without brackets. */
  host: string
  port: number
  /** True when `host` is an IP address: then there is no DNS to ask. */
  is_address: boolean
  /** True when the port is the scheme's own, so that the twin scheme has a place to be looked for. */
  default_port: boolean
}

/** A page of the site as a browser receives it, after redirects. */
export interface Page {
  url: string
  origin: string
  secure: boolean
  status: number
  headers: HeaderList
  body: string
  exchange: Exchange
  /** The exchanges that led here, first request first, `exchange` itself last. */
  redirects: readonly Exchange[]
}

/** A request and the redirects that it led through, each answered or the last one failed. */
export interface Navigation {
  start: string
  exchanges: readonly Exchange[]
  end: 'answered' | 'left_scope' | 'too_many_redirects' | 'loop' | 'refused' | 'timeout' | 'failed'
  /** Where the last redirect pointed, when it was not followed. */
  next?: string
  /** The error's words where `end` is refused, timeout or failed, and its code for programs. */
  error?: string
  code?: NetErrorCode
}

/** What TLS handshakes with the website's own host and port showed. */
export interface TlsEvidence {
  host: string
  port: number
  /** The chain as the server sent it, leaf first: DER in base64. */
  chain: readonly string[]
  /** Null when the chain leads to a trusted root; otherwise OpenSSL's code, such as `CERT_HAS_EXPIRED`. Host names are judged apart. */
  trust_error: string | null
  /** Negotiated by a modern client. `protocol` as in `TLSv1.3`. */
  protocol: string
  cipher: { name: string; standard_name: string; bits?: number }
  /** Ephemeral key exchange, e.g. `X25519` or `prime256v1`; null when the key exchange gives no forward secrecy. */
  group: string | null
  alpn: string | null
  ocsp_stapled: boolean
}

/** One DNS question and what came of it. `nodata` and `nxdomain` are answers; `failed` is not. */
export interface DnsAnswer<T> {
  status: 'answered' | 'nodata' | 'nxdomain' | 'failed'
  records: readonly T[]
  /** The resolver's code where `status` is failed, such as `ESERVFAIL` or `ETIMEOUT`. */
  error?: string
}

export interface DnsEvidence {
  /** The website's host name. */
  name: string
  /** The registrable domain by the Public Suffix List: mail and CAA policy hang on it. */
  domain: string
  a: DnsAnswer<string>
  aaaa: DnsAnswer<string>
  cname: DnsAnswer<string>
  ns: DnsAnswer<string>
  soa: DnsAnswer<{
    nsname: string
    hostmaster: string
    serial: number
    refresh: number
    retry: number
    expire: number
    minttl: number
  }>
  mx: DnsAnswer<{ exchange: string; priority: number }>
  /** Each record's strings joined (RFC 7208 section 3.3). Of `domain`. */
  txt: DnsAnswer<string>
  /** By name, from the host up to `domain` (RFC 8659 section 3): the first that answered decides. */
  caa: readonly { name: string; answer: DnsAnswer<{ critical: number; tag: string; value: string }> }[]
  /** HTTPS records of the website's host (RFC 9460); null for one that breaks the format. Evidence of older scans lacks it. */
  https?: DnsAnswer<ServiceBinding | null>
  /** TXT at `_dmarc.<domain>`, `_mta-sts.<domain>`, `_smtp._tls.<domain>`. */
  dmarc: DnsAnswer<string>
  mta_sts: DnsAnswer<string>
  tls_rpt: DnsAnswer<string>
  /** TXT at `<selector>._domainkey.<domain>` for the common selectors that exist. */
  dkim: readonly { selector: string; records: readonly string[] }[]
  /** TXT of every name that the SPF record includes or redirects to, by lower-case name, so that look-ups can be counted. */
  spf_includes: Record<string, DnsAnswer<string>>
  /** Addresses of each name server, to see those that do not resolve or are private. */
  ns_addresses: Record<string, DnsAnswer<string>>
}

/** What the domain's name servers answered at their own addresses, and which names the zone points to are missing. */
export interface NameserversEvidence {
  domain: string
  servers: readonly {
    name: string
    address: string
    /** Why it gave no answer, such as `ETIMEOUT`; `refused_address` where it was not asked; null when it answered. */
    error: string | null
    rcode: string
    /** It answers for the domain. */
    authoritative: boolean
    /** Of its SOA record. */
    serial: number | null
    /** It looks up names for strangers. */
    recursion: boolean
    /** Whether it hands over the zone, and some of the names in it; null where that was not asked. */
    transfer: { open: boolean; names: readonly string[] } | null
  }[]
  /** Targets of NS and MX records that do not exist; `free` when their domain can be registered. */
  missing_targets: readonly { kind: 'NS' | 'MX'; name: string; registrable: string | null; free: boolean }[]
  /** A name that nobody made, and where it leads all the same. */
  wildcard: { name: string; records: readonly string[] } | null
}

/** Records of the domain with their signatures, as they are published. */
export interface DnssecEvidence {
  zone: string
  ds: SignedAnswer
  dnskey: SignedAnswer
  soa: SignedAnswer
  /** Addresses of the website's host. */
  host: SignedAnswer
  /** How the zone denies a name that does not exist. */
  denial: Denial | null
  /** What the resolver says of the zone: `ESERVFAIL` when it validates and rejects. */
  vouched: { rcode: string; authenticated: boolean }
}

/** TLSA records (RFC 6698); `data` in hexadecimal. */
export interface DaneEvidence {
  web: TlsaSet
  mail: readonly TlsaSet[]
}
interface TlsaSet {
  host: string
  port: number
  name: string
  answer: DnsAnswer<{ usage: number; selector: number; matching: number; data: string }>
}

export interface MailPolicyEvidence {
  /** The MTA-STS policy file; null where no record promises one. `refused`: its address is not connected to. */
  sts: {
    url: string
    exchange: Exchange | null
    trust_error: string | null
    error: string | null
    refused: boolean
  } | null
  bimi: DnsAnswer<string>
  /** Other domains that shall get DMARC reports, and whether they say that they want them. */
  receivers: readonly { receiver: string; name: string; answer: DnsAnswer<string> }[]
}

/** Other names of the domain in the website's certificate, and where their aliases lead. */
export interface SubdomainsEvidence {
  names: readonly {
    name: string
    status: DnsAnswer<string>['status']
    aliases: readonly string[]
    addresses: readonly string[]
  }[]
  count: number
}

/** The domain's registration, as its registry tells it (RFC 9083). */
export interface RdapEvidence {
  domain: string
  /** Milliseconds since the epoch. */
  expires_at: number | null
  statuses: readonly string[]
  exchange: Exchange
}

/** The start page asked for again with `Origin` headers; which origin was sent stands in the exchange's request. */
export interface CorsEvidence {
  probes: readonly {
    kind: 'foreign' | 'null' | 'suffix' | 'prefix' | 'subdomain' | 'insecure'
    origin: string
    exchange: Exchange
  }[]
}

export interface MethodsEvidence {
  options: Exchange | null
  trace: Exchange | null
}

/** The site's icon, by its hash: MurmurHash3 of its base64, as Shodan and others count it. Only in full and active scans. */
export interface FaviconEvidence {
  hash: number
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string
  bytes: number
  exchange: Exchange
}

/** Files with an agreed place; null when the request got no answer at all. */
export interface WellKnownEvidence {
  security_txt: Exchange | null
  /** The legacy place, `/security.txt` (RFC 9116 section 3). */
  security_txt_root: Exchange | null
  robots_txt: Exchange | null
  crossdomain_xml: Exchange | null
  client_access_policy_xml: Exchange | null
}

/** Paths that should not be served. Only in full and active scans; each must be proven by its content, never by status alone. */
export interface ExposureEvidence {
  /** What a path that cannot exist answers, for comparison. */
  soft_404: Exchange
  /** `control` is what a path of the same folder and ending that cannot exist answers, asked where the probe seemed to be there. */
  probes: readonly {
    path: string
    exchange: Exchange
    control?: Exchange | null
    /** The start page, which is there by itself. */
    start?: boolean
  }[]
  /** How many paths were not asked for, and why; null when all were. */
  left_out?: { count: number; reason: string } | null
}

/** A certificate of the chain whose private key is public knowledge, by a feed. */
export interface ExposedKey {
  subject: string
  /** The feed's own name of the collection in which it stands, such as `debianssl`. */
  list: string
  feed: FeedStamp
}

/** What the caller knows from the last scan of the same website and type. */
export interface PreviousScan {
  /** Hosts of other sites from which scripts came; null where there was no such scan. */
  script_hosts: readonly string[] | null
  /** Where what is still open was seen, the worst first: to be looked at again, as far as the budget goes. */
  places?: readonly Sight[]
}

/** The usual GraphQL endpoints, asked by GET who they are. Only in full and active scans. */
export interface GraphqlEvidence {
  probes: readonly Exchange[]
}

export type VisitorKind = 'browser' | 'robot' | 'searcher' | 'phone'

/** Some pages as several kinds of visitors get them, each twice. Only in full and active scans. */
export interface VisitorsEvidence {
  pages: readonly { url: string; visits: readonly { as: VisitorKind; navigation: Navigation }[] }[]
}

/** Thrown by a source whose evidence could not be had. The runner answers for it: checks that need it are not called. */
export class Unavailable extends Error {}
