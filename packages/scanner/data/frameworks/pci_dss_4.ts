import type { FrameworkTable } from './table.ts'

/** One line a requirement, so longer than files are elsewhere. */
export default {
  id: 'pci_dss_4',
  name: 'PCI DSS 4.0.1',
  publisher: 'PCI Security Standards Council',
  source: 'https://www.pcisecuritystandards.org/document_library/',
  covers: 'The requirements of sections 1 to 12. Not its appendices A1 to A3.',
  rows: `
1.1.1 | Rules for network security are written down, kept and known | | paper
1.1.2 | Who does what for network security is assigned | | paper
1.2.1 | Standards for the configuration of firewalls and the like exist and are applied | | inside
1.2.2 | Changes of network connections go through change control | | paper
1.2.3 | There is a true diagram of the network | | paper
1.2.4 | There is a true diagram of how account data flow | | paper
1.2.5 | Services, protocols and ports that are allowed are known, approved and needed | transport/methods exposure/open-service dns/open-recursion | inside
1.2.6 | Insecure services and protocols that are in use have protections | tls/protocol-* transport/https dns/zone-transfer | inside
1.2.7 | Firewall rules are reviewed each half-year | | paper
1.2.8 | Configuration files of firewalls are protected and true | exposure/server-config | inside
1.3.1 | Traffic into the cardholder data environment is limited to what is needed | exposure/open-service exposure/database-console | inside
1.3.2 | Traffic out of it is limited to what is needed | | inside
1.3.3 | Wireless networks are kept apart from it | | inside
1.4.1 | Firewalls stand between trusted and untrusted networks | exposure/open-service | inside
1.4.2 | From untrusted networks only what is meant to be public can be reached | exposure/open-service exposure/database-console exposure/panel exposure/metrics | inside
1.4.3 | Forged source addresses are stopped | | inside
1.4.4 | What stores cardholder data cannot be reached from untrusted networks | exposure/database-console exposure/open-service | inside
1.4.5 | Internal addresses and routes are told only to those who may know | headers/private-address content/private-address dns/nameserver-private headers/backend-server | part
1.5.1 | Computers that join both the internet and the environment are protected | | inside
2.1.1 | Rules for secure configuration are written down, kept and known | | paper
2.1.2 | Who does what for secure configuration is assigned | | paper
2.2.1 | Standards for the configuration of all components exist and address known weaknesses | headers/* csp/* cookies/* cors/* exposure/default-page | inside
2.2.2 | Default accounts are changed or removed | exposure/install-wizard exposure/default-page | attack
2.2.3 | Functions of different security are kept apart | | inside
2.2.4 | Only needed services, protocols and functions are on | transport/methods exposure/default-page exposure/phpinfo exposure/server-status exposure/server-info exposure/nginx-status exposure/php-fpm-status exposure/spring-actuator exposure/graphql-console exposure/install-wizard software/wordpress-xmlrpc | inside
2.2.5 | Insecure services that are needed are explained and protected | tls/protocol-* transport/https | inside
2.2.6 | Security settings prevent misuse | headers/* csp/* cookies/* cors/* content/directory-listing content/iframe-sandbox content/target-blank | part
2.2.7 | Administration from afar is encrypted by strong cryptography | transport/https content/password-over-http transport/basic-auth | inside
2.3.1 | Defaults of wireless equipment are changed | | inside
2.3.2 | Keys of wireless networks are changed when needed | | inside
3.1.1 | Rules for stored account data are written down, kept and known | | paper
3.1.2 | Who does what for stored account data is assigned | | paper
3.2.1 | As little account data is stored as possible, as short as possible | content/personal-data exposure/sql-dump exposure/database-file | inside
3.3.1 | Sensitive authentication data are not kept after authorisation | | inside
3.3.1.1 | The full track is not kept | | inside
3.3.1.2 | The card verification code is not kept | | inside
3.3.1.3 | The PIN is not kept | | inside
3.3.2 | Sensitive authentication data kept before authorisation are encrypted | | inside
3.3.3 | Issuers keep only what they need, encrypted | | inside
3.4.1 | Card numbers are masked when shown | content/personal-data | login
3.4.2 | Card numbers cannot be copied away over remote access | | inside
3.5.1 | Stored card numbers are unreadable | content/personal-data exposure/sql-dump exposure/database-file | inside
3.5.1.1 | Hashes of card numbers are keyed | | inside
3.5.1.2 | Disk encryption alone is used on removable media only | | inside
3.5.1.3 | Disk encryption is managed apart from the operating system's log-in | | inside
3.6.1 | Keys that protect stored data are themselves protected | exposure/private-key exposure/key-store exposure/env-file exposure/credentials | inside
3.6.1.1 | Service providers describe their cryptography | | paper
3.6.1.2 | Secret keys are stored in a safe form | exposure/private-key exposure/key-store | inside
3.6.1.3 | Few people can see keys in clear | | inside
3.6.1.4 | Keys are stored in few places | | inside
3.7.1 | Strong keys are made | tls/certificate-key tls/certificate-roca tls/certificate-known-key | inside
3.7.2 | Keys are distributed safely | | inside
3.7.3 | Keys are stored safely | exposure/private-key exposure/key-store | inside
3.7.4 | Keys are changed at the end of their time | | inside
3.7.5 | Weak or exposed keys are replaced | tls/certificate-roca tls/certificate-known-key exposure/private-key | inside
3.7.6 | Manual handling of keys needs several people | | inside
3.7.7 | Keys cannot be exchanged by strangers | | inside
3.7.8 | Keepers of keys acknowledge their duties | | paper
3.7.9 | Customers are told how keys are shared with them | | paper
4.1.1 | Rules for encryption in transit are written down, kept and known | | paper
4.1.2 | Who does what for encryption in transit is assigned | | paper
4.2.1 | Card numbers cross public networks under strong cryptography: trusted, valid certificates, secure versions, strong suites, no way back | tls/* transport/https transport/http-redirect transport/downgrade transport/mixed-content transport/hsts* content/password-over-http csp/script-http dns/dane-web |
4.2.1.1 | There is an inventory of trusted keys and certificates | tls/certificate-expiring tls/certificate-lifetime | paper
4.2.1.2 | Wireless networks use strong cryptography | | inside
4.2.2 | Card numbers sent by messaging are encrypted | dns/mta-sts* dns/dane dns/tls-rpt | part
5.1.1 | Rules against malicious software are written down, kept and known | | paper
5.1.2 | Who does what against malicious software is assigned | | paper
5.2.1 | Systems have protection against malicious software | threat/* | part
5.2.2 | It finds and stops all known kinds | threat/* | part
5.2.3 | Systems without it are looked at again and again | | paper
5.2.3.1 | How often follows from a risk analysis | | paper
5.3.1 | It is kept up to date | | inside
5.3.2 | It scans regularly or all the time | threat/* | part
5.3.2.1 | How often follows from a risk analysis | | paper
5.3.3 | Removable media are scanned | | inside
5.3.4 | Its logs are kept | | inside
5.3.5 | Users cannot switch it off | | inside
5.4.1 | People are protected against phishing | dns/dmarc* dns/spf-* dns/dkim-key dns/dkim-test-mode dns/bimi threat/phishing-kit | part
6.1.1 | Rules for secure software are written down, kept and known | | paper
6.1.2 | Who does what for secure software is assigned | | paper
6.2.1 | Own software is developed securely | content/* | part
6.2.2 | Developers are trained each year | | paper
6.2.3 | Own software is reviewed before release | | paper
6.2.3.1 | Reviews by hand are made by others, and approved | | paper
6.2.4 | Own software withstands common attacks: injection, on data, on cryptography, on business logic, on access control, and the worst known flaws | content/* cookies/* cors/* csp/* exposure/graphql-introspection | attack
6.3.1 | Security flaws are found out and ranked | software/* |
6.3.2 | There is an inventory of own software and third-party components | software/outdated software/end-of-life software/vulnerable-library exposure/manifests | paper
6.3.3 | Patches are applied in time, critical ones within a month | software/vulnerable-* software/outdated software/end-of-life tls/heartbleed tls/ccs-injection tls/ticketbleed |
6.4.1 | Public web applications are assessed or protected continually | content/* exposure/* software/* headers/* | part
6.4.2 | An automated solution stops attacks on public web applications | | inside
6.4.3 | Scripts of payment pages are authorised, their integrity assured, and listed with a reason | content/sri content/sri-broken content/compromised-cdn csp/missing csp/script-* csp/allowlist-bypass csp/strict-dynamic threat/new-script-host threat/injected-script threat/skimmer* threat/blocklist threat/listed-address |
6.5.1 | Changes in production follow a procedure | | paper
6.5.2 | Requirements are confirmed after each significant change | | paper
6.5.3 | Test and production are kept apart | headers/development-server headers/debug | inside
6.5.4 | Roles in test and production are kept apart | | paper
6.5.5 | Live card numbers are not used for tests | | inside
6.5.6 | Test data and accounts are removed before production | exposure/default-page exposure/install-wizard exposure/backup-* exposure/page-copy | part
7.1.1 | Rules for access are written down, kept and known | | paper
7.1.2 | Who does what for access is assigned | | paper
7.2.1 | Access follows a model of roles and needs | | paper
7.2.2 | People have the rights that their work needs only | | inside
7.2.3 | Rights are approved | | paper
7.2.4 | Rights are reviewed each half-year | | paper
7.2.5 | Accounts of applications have the rights that they need only | | inside
7.2.5.1 | Those are reviewed too | | paper
7.2.6 | Stored cardholder data are queried through applications and roles only | exposure/database-console | inside
7.3.1 | A system enforces the rights | content/redirect-body exposure/open-bucket | login
7.3.2 | It enforces them by roles | | inside
7.3.3 | Without a right everything is denied | exposure/database-console exposure/open-service exposure/open-bucket content/directory-listing | login
8.1.1 | Rules for identification are written down, kept and known | | paper
8.1.2 | Who does what for identification is assigned | | paper
8.2.1 | Everybody has an id of their own | | inside
8.2.2 | Shared accounts are the exception | | inside
8.2.3 | Service providers use different factors for each customer | | inside
8.2.4 | Accounts are managed from beginning to end | | paper
8.2.5 | Who leaves loses access at once | | inside
8.2.6 | Unused accounts are closed after 90 days | | inside
8.2.7 | Remote access of third parties is open when needed only | | inside
8.2.8 | After 15 minutes without use one logs in again | cookies/lifetime cookies/jwt | login
8.3.1 | Every access of users and administrators is authenticated | exposure/database-console exposure/open-service exposure/install-wizard exposure/spring-actuator | login
8.3.2 | Factors are unreadable in transit and storage | content/password-over-http transport/basic-auth content/sensitive-url content/password-hash exposure/htpasswd | inside
8.3.3 | Identity is verified before a factor is changed | | login
8.3.4 | Guessing locks the account after ten tries at most | software/wordpress-xmlrpc | attack
8.3.5 | First passwords are unique and changed at once | | login
8.3.6 | Passwords have twelve characters, of numbers and letters | | login
8.3.7 | The last four passwords are refused | | login
8.3.8 | People are taught about their factors | | paper
8.3.9 | Passwords alone are changed each 90 days, or risk is judged all the time | | login
8.3.10 | Service providers tell their customers how to treat passwords | | paper
8.3.10.1 | Customers' passwords alone are changed each 90 days, or risk is judged | | login
8.3.11 | Tokens, cards and certificates belong to one person | | inside
8.4.1 | Administrators need several factors | exposure/panel exposure/database-console | login
8.4.2 | All access to the environment needs several factors | transport/basic-auth | login
8.4.3 | Remote access needs several factors | | inside
8.5.1 | Several factors cannot be bypassed or replayed | | login
8.6.1 | Accounts of systems are used by people as an exception only | | inside
8.6.2 | No passwords stand in scripts and files | content/secrets content/script-secrets content/comment-secrets exposure/env-file exposure/credentials exposure/app-config exposure/appsettings exposure/wp-config exposure/php-config exposure/web-config exposure/spring-config exposure/rails-config exposure/magento-config exposure/docker-compose exposure/dockerfile exposure/ci-config exposure/deployment-file exposure/editor-config exposure/shell-history exposure/git exposure/hg | inside
8.6.3 | Passwords of systems are protected and changed | | inside
9.1.1 | Rules for physical access are written down, kept and known | | paper
9.1.2 | Who does what for physical access is assigned | | paper
9.2.1 | Entry to the environment is controlled | | physical
9.2.1.1 | Entry to sensitive areas is recorded | | physical
9.2.2 | Public network sockets are controlled | | physical
9.2.3 | Equipment of networks cannot be touched | | physical
9.2.4 | Consoles are locked | | physical
9.3.1 | Access of staff is authorised and ends with the need | | physical
9.3.1.1 | Access to sensitive areas follows the work | | physical
9.3.2 | Visitors are authorised and accompanied | | physical
9.3.3 | Badges of visitors are taken back | | physical
9.3.4 | Visitors are recorded | | physical
9.4.1 | Media are secured | | physical
9.4.1.1 | Backups are kept in a safe place | | physical
9.4.1.2 | That place is looked at each year | | physical
9.4.2 | Media are classified | | physical
9.4.3 | Media are sent safely | | physical
9.4.4 | Moving media is approved | | physical
9.4.5 | Media are listed | | physical
9.4.5.1 | The list is checked each year | | physical
9.4.6 | Paper is destroyed when no longer needed | | physical
9.4.7 | Electronic media are destroyed when no longer needed | | physical
9.5.1 | Card readers are protected against tampering | | physical
9.5.1.1 | Card readers are listed | | physical
9.5.1.2 | Card readers are looked at | | physical
9.5.1.2.1 | How often follows from a risk analysis | | physical
9.5.1.3 | Staff are trained to see tampering | | physical
10.1.1 | Rules for logging are written down, kept and known | | paper
10.1.2 | Who does what for logging is assigned | | paper
10.2.1 | Logs are on everywhere | | inside
10.2.1.1 | Access to cardholder data is logged | | inside
10.2.1.2 | What administrators do is logged | | inside
10.2.1.3 | Access to logs is logged | | inside
10.2.1.4 | Refused access is logged | | inside
10.2.1.5 | Changes of accounts and factors are logged | | inside
10.2.1.6 | Starting and stopping logs is logged | | inside
10.2.1.7 | Making and removing system objects is logged | | inside
10.2.2 | Entries tell who, what, when, where from, whether it worked, and on what | | inside
10.3.1 | Few may read logs | exposure/log-file exposure/elmah exposure/trace-axd exposure/laravel-debug | inside
10.3.2 | Logs cannot be changed | | inside
10.3.3 | Logs are copied away at once | | inside
10.3.4 | Changes of logs are noticed | | inside
10.4.1 | Logs are reviewed daily | | paper
10.4.1.1 | By machines | | inside
10.4.2 | Other logs are reviewed regularly | | paper
10.4.2.1 | How often follows from a risk analysis | | paper
10.4.3 | What is strange is followed up | | paper
10.5.1 | Logs are kept a year, three months at hand | | inside
10.6.1 | Clocks agree | | inside
10.6.2 | Time comes from good sources | | inside
10.6.3 | Time settings are protected | | inside
10.7.1 | Service providers notice failing controls | | inside
10.7.2 | Failing controls are noticed | csp/reporting headers/reporting dns/tls-rpt dns/dmarc-reports dns/dmarc-receivers | inside
10.7.3 | Failing controls are mended promptly | | paper
11.1.1 | Rules for testing are written down, kept and known | | paper
11.1.2 | Who does what for testing is assigned | | paper
11.2.1 | Wireless access points are looked for | | inside
11.2.2 | There is a list of those allowed | | paper
11.3.1 | Internal scans each quarter find no high or critical flaw | software/* tls/* | inside
11.3.1.1 | Lesser flaws are dealt with by risk | | paper
11.3.1.2 | Internal scans are made with a log-in | | inside
11.3.1.3 | Internal scans follow significant changes | | paper
11.3.2 | External scans each quarter, by an approved vendor, pass | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | asv
11.3.2.1 | External scans follow significant changes, with no flaw of CVSS 4 or more left | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
11.4.1 | There is a method for penetration tests | | paper
11.4.2 | Internal penetration tests each year | | paper
11.4.3 | External penetration tests each year | | paper
11.4.4 | What they found is mended and tested again | | paper
11.4.5 | Segmentation is tested each year | | inside
11.4.6 | Service providers test it each half-year | | inside
11.4.7 | Hosters let their customers test | | paper
11.5.1 | Intrusions are noticed | | inside
11.5.1.1 | Hidden channels of malicious software are noticed | threat/c2-panel threat/web-shell* | inside
11.5.2 | Changes of critical files are noticed | threat/web-shell* threat/defacement | inside
11.6.1 | Changes of scripts and headers of payment pages, as the browser gets them, are noticed, at least weekly | threat/new-script-host threat/injected-script threat/skimmer* threat/hidden-loader* threat/cloaking threat/blocklist threat/listed-address csp/* transport/hsts headers/duplicate |
12.1.1 | There is a security policy | content/security-txt | paper
12.1.2 | It is reviewed each year | | paper
12.1.3 | It tells everybody's duties | | paper
12.1.4 | Somebody in charge is named | | paper
12.2.1 | Rules for the use of equipment exist | | paper
12.3.1 | Risk analyses decide how often things are done | | paper
12.3.2 | Own ways to meet a requirement are analysed | | paper
12.3.3 | Suites and protocols in use are listed and reviewed each year | tls/protocol-* tls/cipher-weak tls/curves-weak tls/forward-secrecy tls/dh-parameters | paper
12.3.4 | Hardware and software in use are reviewed each year for their support | software/end-of-life software/outdated | paper
12.4.1 | Service providers have a programme | | paper
12.4.2 | Service providers check each quarter that it is followed | | paper
12.4.2.1 | Those checks are documented | | paper
12.5.1 | There is an inventory of what is in scope | | paper
12.5.2 | The scope is confirmed each year | dns/certificate-names | paper
12.5.2.1 | Service providers confirm it each half-year | | paper
12.5.3 | Changes of the organisation are looked at for the scope | | paper
12.6.1 | People are made aware | | paper
12.6.2 | What they are told is renewed each year | | paper
12.6.3 | They are told at the start and each year | | paper
12.6.3.1 | Phishing and tricks are part of it | | paper
12.6.3.2 | So is the use of equipment | | paper
12.7.1 | Staff are screened | | paper
12.8.1 | Third parties are listed | content/sri csp/script-src | paper
12.8.2 | There are contracts with them | | paper
12.8.3 | They are looked at before | | paper
12.8.4 | Their compliance is followed each year | | paper
12.8.5 | It is written down who does what | | paper
12.9.1 | Service providers acknowledge their duties | | paper
12.9.2 | And help their customers to know | | paper
12.10.1 | There is a plan for incidents | content/security-txt | paper
12.10.2 | It is reviewed and tried each year | | paper
12.10.3 | Somebody can be reached at any time | content/security-txt | paper
12.10.4 | Those are trained | | paper
12.10.4.1 | How often follows from a risk analysis | | paper
12.10.5 | Alarms are followed, those of changed payment pages too | | paper
12.10.6 | The plan learns | | paper
12.10.7 | Card numbers found where they should not be start the plan | content/personal-data | paper
`,
} satisfies FrameworkTable
