import type { FrameworkTable } from './table.ts'

export default {
  id: 'gdpr',
  name: 'GDPR, Article 32',
  publisher: 'European Union',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  covers: 'Article 32, security of processing; 32(1)(b) in three, by what it asks to be ensured.',
  rows: `
32(1)(a) | Personal data are pseudonymised and encrypted | tls/* transport/* content/password-over-http content/password-hash content/personal-data csp/script-http dns/mta-sts* dns/dane* cookies/secure exposure/private-key exposure/key-store | inside
32(1)(b) confidentiality | Systems keep personal data confidential, lastingly | exposure/* content/* cookies/* cors/* csp/* headers/* threat/skimmer* threat/hidden-* threat/injected-script threat/new-script-host threat/phishing-kit dns/zone-transfer dns/subdomain-takeover dns/dangling-* dns/dmarc* dns/spf-* dns/dkim-* software/* | part
32(1)(b) integrity | Systems keep personal data intact, lastingly | threat/* content/sri content/sri-broken content/compromised-cdn content/csrf-token content/dom-xss* csp/* dns/dnssec* software/* transport/methods | part
32(1)(b) availability | Systems stay available and withstand strain | dns/nameserver-* dns/domain-expiry dns/soa-* dns/open-recursion dns/caa dns/mx-invalid tls/certificate-expired tls/certificate-expiring exposure/install-wizard | part
32(1)(c) | After an incident data can be had again soon | exposure/backup-* | paper
32(1)(d) | It is tested regularly whether the measures work | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
32(2) | The risks of destruction, loss, change and disclosure decide what is appropriate | | paper
32(3) | Codes of conduct or certificates may help to show it | | paper
32(4) | Whoever works with the data does so on instruction only | | paper
`,
} satisfies FrameworkTable
