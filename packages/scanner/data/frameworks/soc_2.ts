import type { FrameworkTable } from './table.ts'

export default {
  id: 'soc_2',
  name: 'SOC 2, Trust Services Criteria 2017 (revised 2022)',
  publisher: 'AICPA',
  source:
    'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
  covers: 'The common criteria, and those of availability, confidentiality, processing integrity and privacy.',
  rows: `
CC1.1 | The organisation is committed to integrity | | paper
CC1.2 | Its board oversees controls | | paper
CC1.3 | Structures and authorities are set | | paper
CC1.4 | It finds and keeps able people | | paper
CC1.5 | People answer for their duties | | paper
CC2.1 | It has the information that controls need | software/* csp/reporting headers/reporting dns/dmarc-reports dns/dmarc-receivers dns/tls-rpt | paper
CC2.2 | It tells its own people what they need to know | | paper
CC2.3 | It talks to others about security | content/security-txt dns/bimi | paper
CC3.1 | Its aims are clear enough to see risks | | paper
CC3.2 | Risks are found and analysed | software/* threat/* dns/subdomain-takeover | paper
CC3.3 | Fraud is thought of | threat/phishing-kit threat/skimmer* dns/dmarc* dns/spf-* | paper
CC3.4 | Changes that matter are seen | threat/new-script-host | paper
CC4.1 | Controls are evaluated | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
CC4.2 | Shortcomings are told and mended | | paper
CC5.1 | Controls are chosen against risks | | paper
CC5.2 | Controls over technology are chosen | headers/* csp/* | paper
CC5.3 | Policies and procedures carry the controls | | paper
CC6.1 | Logical access to information is protected: by software, structure, cryptography, keys | exposure/* transport/* tls/* cookies/* cors/* csp/* headers/* content/* dns/dnssec* dns/dane* dns/nameserver-* dns/dangling-* dns/wildcard | login
CC6.2 | People are registered before they get access, and removed after | software/cms-registration software/wordpress-users exposure/install-wizard | inside
CC6.3 | Access follows roles, least privilege and separation of duties | exposure/panel exposure/database-console exposure/open-service | inside
CC6.4 | Physical access is limited | | physical
CC6.5 | Protection of assets ends only when the data are gone | exposure/backup-* exposure/page-copy exposure/memory-dump dns/dangling-* dns/subdomain-takeover | inside
CC6.6 | Threats from outside are kept off | exposure/open-service exposure/panel exposure/database-console transport/methods dns/open-recursion dns/zone-transfer dns/subdomain-takeover headers/* csp/* content/* tls/* software/vulnerable-* software/wordpress-xmlrpc threat/web-shell* | part
CC6.7 | Information is transmitted, moved and removed safely | tls/* transport/* dns/mta-sts* dns/dane* dns/tls-rpt dns/caa content/password-over-http content/form-foreign csp/script-http headers/referrer-policy | part
CC6.8 | Unauthorised and malicious software is prevented or found | threat/* content/compromised-cdn content/sri content/sri-broken content/service-worker | part
CC7.1 | New weaknesses and changed configurations are found | software/* tls/* headers/* csp/* exposure/* threat/new-script-host dns/certificate-names | part
CC7.2 | Components are watched for signs of attacks, disasters and errors | threat/* csp/reporting headers/reporting dns/dmarc-reports dns/dmarc-receivers dns/tls-rpt | inside
CC7.3 | Events are evaluated | | paper
CC7.4 | Incidents are answered | content/security-txt | paper
CC7.5 | What was hit is restored | | paper
CC8.1 | Changes are authorised, tested, approved | headers/development-server headers/debug exposure/ci-config exposure/deployment-file exposure/default-page software/outdated | paper
CC9.1 | Disruption is provided for | dns/domain-expiry dns/nameserver-count tls/certificate-expiring | paper
CC9.2 | Risks from vendors and partners are managed | content/sri content/compromised-cdn threat/new-script-host threat/blocklist threat/listed-address software/vulnerable-library | paper
A1.1 | Capacity is watched and planned | | inside
A1.2 | Environment, backups and recovery are in place | dns/nameserver-* dns/domain-expiry dns/soa-* dns/ipv6 | inside
A1.3 | Recovery is tried | | paper
C1.1 | Confidential information is known and kept | content/personal-data content/mail-address content/secrets content/script-secrets content/comment-secrets exposure/* headers/cache-control | part
C1.2 | Confidential information is disposed of | exposure/backup-* exposure/sql-dump exposure/page-copy | inside
PI1.1 | It is clear what processing shall do | | paper
PI1.2 | Inputs are complete and right | content/csrf-token content/reflected-parameter | attack
PI1.3 | Processing is complete and right | content/error-message content/error-page | inside
PI1.4 | Outputs are complete and right | threat/defacement threat/seo-spam headers/content-type | part
PI1.5 | What is stored is complete and right | | inside
P1.1 | People are told of privacy | | paper
P2.1 | People can choose and consent | | paper
P3.1 | Personal information is collected as told | content/form-foreign cookies/* | part
P3.2 | Explicit consent is had where needed | | paper
P4.1 | Personal information is used for what was told | | paper
P4.2 | Personal information is kept as long as needed | cookies/lifetime | paper
P4.3 | Personal information is disposed of safely | | paper
P5.1 | People can see what is known of them | | paper
P5.2 | People can have it corrected | | paper
P6.1 | Personal information goes to others with consent only | threat/skimmer* content/form-foreign headers/referrer-policy | part
P6.2 | Authorised disclosures are recorded | | paper
P6.3 | Unauthorised disclosures are recorded | | paper
P6.4 | Third parties commit themselves | | paper
P6.5 | Third parties report breaches | | paper
P6.6 | Breaches are told | | paper
P6.7 | People can know to whom their information went | | paper
P7.1 | Personal information is right and relevant | | paper
P8.1 | Complaints are dealt with | | paper
`,
} satisfies FrameworkTable
