import type { FrameworkTable } from './table.ts'

export default {
  id: 'nis_2',
  name: 'NIS 2, Directive (EU) 2022/2555',
  publisher: 'European Union',
  source: 'https://eur-lex.europa.eu/eli/dir/2022/2555/oj',
  covers:
    'Articles 20, 21(2), 23 and 28, and, as IR, the points of the annex of Implementing Regulation (EU) 2024/2690.',
  rows: `
20(1) | Management approves and oversees the measures | | paper
20(2) | Management and staff are trained | | paper
21(2)(a) | Risks are analysed, and there are policies | content/security-txt software/* | paper
21(2)(b) | Incidents are handled | threat/* content/security-txt csp/reporting headers/reporting dns/tls-rpt dns/dmarc-reports dns/dmarc-receivers | paper
21(2)(c) | Business goes on: backups, recovery, crisis management | dns/nameserver-* dns/domain-expiry dns/soa-* exposure/backup-* | paper
21(2)(d) | The supply chain is secured | content/sri content/sri-broken content/compromised-cdn threat/new-script-host threat/injected-script software/vulnerable-library | paper
21(2)(e) | Systems are acquired, developed and maintained securely, weaknesses handled and disclosed | software/* content/* csp/* headers/* cookies/* cors/* exposure/* content/security-txt | part
21(2)(f) | It is assessed whether the measures work | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
21(2)(g) | Basic cyber hygiene and training | software/outdated software/end-of-life tls/certificate-expiring exposure/default-page | paper
21(2)(h) | Cryptography and encryption are used by policy | tls/* transport/* dns/dnssec* dns/dane* dns/mta-sts* dns/dkim-key cookies/jwt | part
21(2)(i) | Staff, access and assets are secured | exposure/* dns/certificate-names dns/subdomain-takeover dns/dangling-* content/directory-listing | inside
21(2)(j) | Several factors, and secured communication | transport/basic-auth content/password-over-http dns/mta-sts* dns/dane* dns/dmarc* dns/spf-* dns/dkim-key dns/dkim-test-mode | login
23(1) | Significant incidents are reported | | paper
23(4) | An early warning in 24 hours, a notification in 72, a report in a month | | paper
28(1) | Registries keep true data of domain names | dns/domain-expiry | paper
IR 1.1 | A policy on the security of systems stands | content/security-txt | paper
IR 1.2 | Roles, duties and authorities are set | | paper
IR 2.1 | There is a framework for risks | | paper
IR 2.2 | Compliance is watched | | paper
IR 2.3 | Security is reviewed independently | | paper
IR 3.1 | A policy for incidents stands | content/security-txt | paper
IR 3.2 | Systems are watched and logged | csp/reporting headers/reporting exposure/log-file dns/tls-rpt dns/dmarc-reports dns/dmarc-receivers | inside
IR 3.3 | Events can be reported | content/security-txt | paper
IR 3.4 | Events are assessed and classified | | paper
IR 3.5 | Incidents are answered | | paper
IR 3.6 | Incidents are reviewed afterwards | | paper
IR 4.1 | There are plans for continuity and recovery | | paper
IR 4.2 | There are backups and redundancy | exposure/backup-* dns/nameserver-count dns/nameserver-lame | inside
IR 4.3 | There is crisis management | | paper
IR 5.1 | A policy for the supply chain stands | content/sri content/compromised-cdn | paper
IR 5.2 | Suppliers are listed | threat/new-script-host | paper
IR 6.1 | Services and products are acquired securely | software/end-of-life | paper
IR 6.2 | Development is secure through its whole life | content/* cookies/* csp/* cors/* | part
IR 6.3 | Configurations are set, written down and watched | headers/* csp/* cookies/* cors/* tls/* transport/* dns/* exposure/default-page exposure/server-* exposure/phpinfo | part
IR 6.4 | Changes follow a procedure | | paper
IR 6.5 | Security is tested | tls/* headers/* content/* exposure/* | part
IR 6.6 | Patches are applied in time | software/* tls/heartbleed tls/ccs-injection tls/ticketbleed |
IR 6.7 | Networks are secured, with modern protocols, for mail and domain names too | tls/* transport/* dns/* exposure/open-service | inside
IR 6.8 | Networks are divided | exposure/open-service headers/private-address content/private-address dns/nameserver-private headers/backend-server | inside
IR 6.9 | Malicious and unauthorised software is kept off | threat/* content/compromised-cdn | part
IR 6.10 | Weaknesses are handled and disclosed | software/vulnerable-* content/security-txt | part
IR 7.1 | It is assessed whether the measures work | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
IR 7.2 | It is written down what is measured, how, when and by whom | | paper
IR 7.3 | What is measured is reviewed | | paper
IR 8.1 | People are made aware | | paper
IR 8.2 | People are trained | | paper
IR 9.1 | A policy for cryptography stands | tls/* dns/dnssec* dns/dkim-key | paper
IR 9.2 | It sets algorithms, strengths and the keeping of keys | tls/certificate-key tls/cipher-weak tls/dh-parameters tls/curves-weak tls/protocol-* exposure/private-key exposure/key-store dns/dnssec-algorithm dns/dkim-key | part
IR 9.3 | It is reviewed as the art goes on | tls/protocol-modern tls/curves-weak | paper
IR 10.1 | People know their duties | | paper
IR 10.2 | People are screened | | paper
IR 10.3 | Duties end in order | | paper
IR 10.4 | Breaking the rules has consequences | | paper
IR 11.1 | A policy for access stands | exposure/panel | paper
IR 11.2 | Rights are managed | content/directory-listing exposure/open-bucket | inside
IR 11.3 | Privileged accounts are few and protected | exposure/database-console exposure/open-service exposure/install-wizard | inside
IR 11.4 | Systems for administration are kept apart | exposure/panel exposure/database-console | inside
IR 11.5 | Identities are managed | software/wordpress-users software/cms-registration | inside
IR 11.6 | Log-ins are secure | content/password-* transport/basic-auth cookies/* software/wordpress-xmlrpc content/sensitive-url | login
IR 11.7 | Several factors are used | transport/basic-auth | login
IR 12.1 | Assets are classified | | paper
IR 12.2 | Assets are handled by rules | exposure/backup-* | paper
IR 12.3 | Removable media have a policy | | inside
IR 12.4 | Assets are listed | dns/certificate-names dns/dangling-* dns/subdomain-takeover | paper
IR 12.5 | Assets come back when people leave | | paper
IR 13.1 | Supplies do not fail | | physical
IR 13.2 | Physical threats are provided for | | physical
IR 13.3 | Areas are bounded and entry controlled | | physical
`,
} satisfies FrameworkTable
