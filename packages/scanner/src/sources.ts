// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
import gatherCmsProbes from './gather/cms_probes.ts'
import gatherCors from './gather/cors.ts'
import gatherCrawl from './gather/crawl.ts'
import gatherDane from './gather/dane.ts'
import gatherDns from './gather/dns.ts'
import gatherDnssec from './gather/dnssec.ts'
import gatherExposures from './gather/exposures.ts'
import gatherFavicon from './gather/favicon.ts'
import gatherGraphql from './gather/graphql.ts'
import gatherHandshakes from './gather/handshakes.ts'
import gatherMailPolicy from './gather/mail_policy.ts'
import gatherMethods from './gather/methods.ts'
import gatherNameservers from './gather/nameservers.ts'
import gatherNotFound from './gather/not_found.ts'
import gatherPage from './gather/page.ts'
import gatherPageCopies from './gather/page_copies.ts'
import gatherPlain from './gather/plain.ts'
import gatherRdap from './gather/rdap.ts'
import gatherRevocation from './gather/revocation.ts'
import gatherScripts from './gather/scripts.ts'
import gatherSubdomains from './gather/subdomains.ts'
import gatherTls from './gather/tls.ts'
import gatherVisitors from './gather/visitors.ts'
import gatherWellKnown from './gather/well_known.ts'
import deriveBrowserSoftware from './derive/browser_software.ts'
import deriveCertificates from './derive/certificates.ts'
import deriveCmsSoftware from './derive/cms_software.ts'
import deriveConcealed from './derive/concealed.ts'
import deriveCookies from './derive/cookies.ts'
import deriveCsp from './derive/csp.ts'
import deriveDkim from './derive/dkim.ts'
import deriveDmarc from './derive/dmarc.ts'
import deriveDnssecChain from './derive/dnssec_chain.ts'
import deriveErrorSoftware from './derive/error_software.ts'
import deriveFaviconSoftware from './derive/favicon_software.ts'
import deriveFoundCopies from './derive/found_copies.ts'
import deriveFoundFiles from './derive/found_files.ts'
import deriveHsts from './derive/hsts.ts'
import deriveHtml from './derive/html.ts'
import deriveInlineCode from './derive/inline_code.ts'
import deriveLeads from './derive/leads.ts'
import derivePageSoftware from './derive/page_software.ts'
import deriveRevocations from './derive/revocations.ts'
import deriveScriptCode from './derive/script_code.ts'
import deriveScriptLeads from './derive/script_leads.ts'
import deriveScriptSoftware from './derive/script_software.ts'
import deriveServers from './derive/servers.ts'
import deriveSpf from './derive/spf.ts'
import deriveTlsGrade from './derive/tls_grade.ts'
import deriveVisits from './derive/visits.ts'
import type { Source } from './source.ts'

export const sources: readonly Source[] = [
  gatherCmsProbes,
  gatherCors,
  gatherCrawl,
  gatherDane,
  gatherDns,
  gatherDnssec,
  gatherExposures,
  gatherFavicon,
  gatherGraphql,
  gatherHandshakes,
  gatherMailPolicy,
  gatherMethods,
  gatherNameservers,
  gatherNotFound,
  gatherPage,
  gatherPageCopies,
  gatherPlain,
  gatherRdap,
  gatherRevocation,
  gatherScripts,
  gatherSubdomains,
  gatherTls,
  gatherVisitors,
  gatherWellKnown,
  deriveBrowserSoftware,
  deriveCertificates,
  deriveCmsSoftware,
  deriveConcealed,
  deriveCookies,
  deriveCsp,
  deriveDkim,
  deriveDmarc,
  deriveDnssecChain,
  deriveErrorSoftware,
  deriveFaviconSoftware,
  deriveFoundCopies,
  deriveFoundFiles,
  deriveHsts,
  deriveHtml,
  deriveInlineCode,
  deriveLeads,
  derivePageSoftware,
  deriveRevocations,
  deriveScriptCode,
  deriveScriptLeads,
  deriveScriptSoftware,
  deriveServers,
  deriveSpf,
  deriveTlsGrade,
  deriveVisits,
]
