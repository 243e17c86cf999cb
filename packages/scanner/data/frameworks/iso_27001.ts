import type { FrameworkTable } from './table.ts'

export default {
  id: 'iso_27001',
  name: 'ISO/IEC 27001:2022, Annex A',
  publisher: 'ISO and IEC',
  source: 'https://www.iso.org/standard/27001',
  covers: 'All 93 controls of Annex A.',
  rows: `
5.1 | Security policies are set, approved, known and reviewed | content/security-txt | paper
5.2 | Roles and duties are assigned | | paper
5.3 | Duties that conflict are kept apart | | paper
5.4 | Management asks everybody to follow the rules | | paper
5.5 | Authorities can be reached | | paper
5.6 | There is contact to groups of the trade | | paper
5.7 | What is known of threats is gathered | threat/* software/vulnerable-* | paper
5.8 | Projects take security in | | paper
5.9 | Information and assets are listed with owners | dns/certificate-names | paper
5.10 | Rules for acceptable use exist | | paper
5.11 | Assets come back when people leave | | paper
5.12 | Information is classified | | paper
5.13 | Information is labelled | | paper
5.14 | Information is transferred by rules and safely | tls/* transport/* dns/mta-sts* dns/dane* dns/tls-rpt dns/dmarc* dns/spf-* dns/dkim-key dns/dkim-test-mode | part
5.15 | Access follows rules of need | exposure/* content/directory-listing cors/* content/redirect-body | login
5.16 | Identities are managed from beginning to end | | inside
5.17 | Secrets for log-in are managed | content/password-field content/password-over-http content/password-hash transport/basic-auth exposure/credentials exposure/htpasswd content/secrets content/script-secrets content/comment-secrets | login
5.18 | Rights are given, reviewed and taken away | | paper
5.19 | Risks that suppliers bring are managed | content/sri content/compromised-cdn threat/new-script-host | paper
5.20 | Agreements with suppliers speak of security | | paper
5.21 | The supply chain of technology is managed | software/vulnerable-* content/sri content/sri-broken content/compromised-cdn threat/injected-script | paper
5.22 | Services of suppliers are watched | threat/new-script-host | paper
5.23 | Cloud services are taken, used and left by rules | exposure/open-bucket dns/dangling-* dns/subdomain-takeover | paper
5.24 | Incidents are prepared for | content/security-txt | paper
5.25 | Events are judged | | paper
5.26 | Incidents are answered | | paper
5.27 | Incidents are learned from | | paper
5.28 | Evidence is kept | | paper
5.29 | Security holds through disruption | | paper
5.30 | Technology is ready for disruption | dns/nameserver-* dns/domain-expiry | paper
5.31 | Laws and contracts are known and kept | | paper
5.32 | Intellectual property is respected | | paper
5.33 | Records are protected | exposure/sql-dump exposure/database-file exposure/backup-* exposure/log-file | inside
5.34 | Privacy is protected | content/personal-data content/mail-address headers/referrer-policy cookies/* threat/skimmer* | part
5.35 | Security is reviewed by others | | paper
5.36 | The rules are followed | headers/* csp/* tls/* | part
5.37 | Operating procedures are written down | | paper
6.1 | People are screened | | paper
6.2 | Contracts of employment speak of security | | paper
6.3 | People are made aware and trained | | paper
6.4 | Breaking the rules has consequences | | paper
6.5 | Duties outlast employment | | paper
6.6 | There are agreements of confidentiality | | paper
6.7 | Work from afar is secured | | inside
6.8 | Events can be reported | content/security-txt | paper
7.1 | Areas are bounded | | physical
7.2 | Entry is controlled | | physical
7.3 | Rooms are secured | | physical
7.4 | Premises are watched | | physical
7.5 | Fire, water and the like are provided for | | physical
7.6 | Work in secure areas has rules | | physical
7.7 | Desks and screens are clear | | physical
7.8 | Equipment stands safely | | physical
7.9 | Equipment outside is protected | | physical
7.10 | Media are managed | | physical
7.11 | Supplies are safe | | physical
7.12 | Cables are safe | | physical
7.13 | Equipment is maintained | | physical
7.14 | Equipment is wiped before it leaves | | physical
8.1 | Devices of users are protected | | inside
8.2 | Privileged rights are few and managed | exposure/panel exposure/database-console exposure/open-service exposure/install-wizard | inside
8.3 | Access to information is restricted | exposure/* content/directory-listing content/redirect-body cors/* | login
8.4 | Access to source code is restricted | exposure/git exposure/svn exposure/hg exposure/bazaar exposure/cvs exposure/backup-source exposure/page-copy content/source-code content/source-map | inside
8.5 | Log-ins are secure | content/password-* transport/basic-auth software/wordpress-users software/wordpress-xmlrpc cookies/* content/sensitive-url content/csrf-token | login
8.6 | Capacity is watched | | inside
8.7 | Malicious software is kept off | threat/* content/compromised-cdn | part
8.8 | Technical weaknesses are known and dealt with | software/* tls/heartbleed tls/ccs-injection tls/robot tls/ticketbleed tls/poodle-tls tls/crime tls/breach tls/beast tls/lucky13 tls/raccoon | part
8.9 | Configurations are set, written down, watched | headers/* csp/* cookies/* cors/* dns/* transport/* tls/* exposure/default-page exposure/server-* exposure/nginx-status exposure/php-* exposure/phpinfo | part
8.10 | Information is deleted when no longer needed | exposure/backup-* exposure/sql-dump exposure/page-copy exposure/memory-dump | inside
8.11 | Data are masked | content/personal-data | login
8.12 | Data do not leak | content/* exposure/* headers/referrer-policy headers/server-version headers/x-powered-by headers/aspnet-version headers/generator headers/backend-server headers/private-address headers/debug threat/skimmer* dns/zone-transfer dns/dnssec-denial | part
8.13 | Backups are made and tried | exposure/backup-* | inside
8.14 | There is redundancy | dns/nameserver-count dns/nameserver-lame dns/ipv6 | inside
8.15 | Logs are made, protected, analysed | exposure/log-file exposure/elmah exposure/trace-axd csp/reporting headers/reporting | inside
8.16 | Networks, systems and applications are watched | csp/reporting headers/reporting dns/dmarc-reports dns/dmarc-receivers dns/tls-rpt threat/* | inside
8.17 | Clocks agree | | inside
8.18 | Programs that get around protections are controlled | | inside
8.19 | Software is installed by rules | software/* exposure/install-wizard | inside
8.20 | Networks are secured | exposure/open-service dns/* tls/server-name tls/alpn | inside
8.21 | Network services are secured | dns/* tls/* transport/* | part
8.22 | Networks are kept apart | exposure/open-service headers/private-address content/private-address dns/nameserver-private | inside
8.23 | Access to malicious websites is filtered | threat/blocklist threat/listed-address | inside
8.24 | Cryptography is used by rules | tls/* transport/https transport/hsts* transport/downgrade transport/mixed-content dns/dnssec* dns/dane* dns/dkim-key cookies/jwt content/viewstate content/jsf-viewstate exposure/private-key exposure/key-store content/password-hash | part
8.25 | Development follows rules of security | content/* csp/trusted-types | paper
8.26 | Applications have requirements of security | csp/* headers/* cookies/* cors/* content/* | part
8.27 | Systems are built on principles of security | csp/* headers/coop headers/corp headers/coep headers/permissions-policy content/iframe-sandbox content/service-worker | part
8.28 | Code is written securely | content/dom-xss* content/reflected-parameter content/open-redirect-parameter content/csrf-token content/message-origin* content/jsonp content/serialized-field content/viewstate content/jsf-viewstate content/error-* cookies/serialized-object cookies/weak-session-id cookies/predictable-session-id csp/nonce-* | attack
8.29 | Security is tested during development and acceptance | content/* | paper
8.30 | Development by others is watched | | paper
8.31 | Development, test and production are kept apart | headers/debug headers/development-server exposure/rails-info exposure/laravel-debug exposure/symfony-profiler exposure/go-debug exposure/ci-config exposure/deployment-file | part
8.32 | Changes follow a procedure | threat/new-script-host threat/defacement | paper
8.33 | Test data are protected | exposure/sql-dump exposure/database-file | inside
8.34 | Audits do not harm systems | | paper
`,
} satisfies FrameworkTable
