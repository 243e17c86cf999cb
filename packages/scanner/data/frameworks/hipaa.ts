import type { FrameworkTable } from './table.ts'

export default {
  id: 'hipaa',
  name: 'HIPAA Security Rule, 45 CFR 164 subpart C',
  publisher: 'U.S. Department of Health and Human Services',
  source: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C',
  covers: 'Sections 164.308 to 164.316, standards and implementation specifications.',
  rows: `
164.308(a)(1)(i) | Violations of security are prevented, found, contained and mended | threat/* | paper
164.308(a)(1)(ii)(A) | Risks are analysed | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
164.308(a)(1)(ii)(B) | Risks are brought down | software/* | paper
164.308(a)(1)(ii)(C) | Breaking the rules has consequences | | paper
164.308(a)(1)(ii)(D) | Records of what systems do are reviewed | | paper
164.308(a)(2) | Somebody is in charge of security | content/security-txt | paper
164.308(a)(3)(i) | Staff have the access that they should have | | inside
164.308(a)(3)(ii)(A) | Staff are authorised or supervised | | paper
164.308(a)(3)(ii)(B) | It is decided whether access is appropriate | | paper
164.308(a)(3)(ii)(C) | Access ends with employment | | paper
164.308(a)(4)(i) | Access is authorised | exposure/panel | paper
164.308(a)(4)(ii)(A) | Clearing houses keep their work apart | | inside
164.308(a)(4)(ii)(B) | Access is granted by rules | | paper
164.308(a)(4)(ii)(C) | Access is set up, reviewed and changed | | paper
164.308(a)(5)(i) | People are made aware and trained | | paper
164.308(a)(5)(ii)(A) | They are reminded | | paper
164.308(a)(5)(ii)(B) | Malicious software is kept off, found and reported | threat/* content/compromised-cdn | part
164.308(a)(5)(ii)(C) | Log-ins are watched | software/wordpress-xmlrpc | inside
164.308(a)(5)(ii)(D) | Passwords are made, changed and kept safely | content/password-* content/secrets content/script-secrets content/comment-secrets exposure/htpasswd exposure/credentials | login
164.308(a)(6)(i) | Incidents are dealt with | | paper
164.308(a)(6)(ii) | Incidents are answered and reported | content/security-txt threat/* | paper
164.308(a)(7)(i) | Emergencies are planned for | | paper
164.308(a)(7)(ii)(A) | Data are backed up | exposure/backup-* | inside
164.308(a)(7)(ii)(B) | Data can be restored | | paper
164.308(a)(7)(ii)(C) | Work goes on in an emergency | dns/nameserver-* dns/domain-expiry dns/soa-* | paper
164.308(a)(7)(ii)(D) | Plans are tried and revised | | paper
164.308(a)(7)(ii)(E) | It is known which applications and data are critical | | paper
164.308(a)(8) | Security is evaluated now and again | tls/* transport/* headers/* cookies/* cors/* csp/* content/* exposure/* software/* dns/* threat/* | part
164.308(b)(1) | Business associates give assurances | content/sri threat/new-script-host | paper
164.308(b)(2) | So do associates of their own | | paper
164.308(b)(3) | The assurances are written | | paper
164.310(a)(1) | Physical access is limited | | physical
164.310(a)(2)(i) | Facilities can be entered in an emergency | | physical
164.310(a)(2)(ii) | Facilities are secured | | physical
164.310(a)(2)(iii) | People are validated before they enter | | physical
164.310(a)(2)(iv) | Repairs are recorded | | physical
164.310(b) | Use of workstations has rules | | physical
164.310(c) | Workstations are secured | | physical
164.310(d)(1) | Media that come and go are controlled | | physical
164.310(d)(2)(i) | Media are disposed of | | physical
164.310(d)(2)(ii) | Media are wiped before they are used again | | physical
164.310(d)(2)(iii) | It is recorded who has which media | | physical
164.310(d)(2)(iv) | Data are copied before equipment moves | | physical
164.312(a)(1) | Only those allowed reach health information | exposure/* content/directory-listing content/redirect-body cors/* csp/* headers/* content/* dns/subdomain-takeover dns/dangling-* | login
164.312(a)(2)(i) | Each user has a name of their own | software/wordpress-users | inside
164.312(a)(2)(ii) | Data can be had in an emergency | | paper
164.312(a)(2)(iii) | Sessions end by themselves | cookies/lifetime cookies/jwt | login
164.312(a)(2)(iv) | Stored health information is encrypted | exposure/sql-dump exposure/database-file exposure/key-store exposure/private-key | inside
164.312(b) | What systems do with it is recorded | exposure/log-file csp/reporting headers/reporting | inside
164.312(c)(1) | Health information is not changed or destroyed improperly | threat/* content/sri content/sri-broken content/csrf-token software/vulnerable-* transport/methods | part
164.312(c)(2) | It can be proven that it was not | content/sri | inside
164.312(d) | Whoever wants access proves who they are | transport/basic-auth cookies/* exposure/database-console exposure/open-service content/password-* | login
164.312(e)(1) | Health information is guarded on its way | tls/* transport/* dns/* content/form-foreign headers/referrer-policy | part
164.312(e)(2)(i) | It is not changed on its way unnoticed | tls/* transport/mixed-content transport/hsts* dns/dnssec* dns/dkim-* | part
164.312(e)(2)(ii) | It is encrypted on its way | tls/* transport/* content/password-over-http csp/script-http dns/mta-sts* dns/dane* dns/tls-rpt cookies/secure | part
164.314(a)(1) | Contracts with business associates say what they must | | paper
164.314(a)(2)(i) | They comply, report, and bind their own | | paper
164.314(a)(2)(ii) | Other arrangements do as much | | paper
164.314(a)(2)(iii) | So do contracts of associates with theirs | | paper
164.314(b)(1) | Documents of group health plans demand safeguards | | paper
164.314(b)(2) | They say which | | paper
164.316(a) | Policies and procedures are reasonable and appropriate | | paper
164.316(b)(1) | They are written | | paper
164.316(b)(2)(i) | They are kept six years | | paper
164.316(b)(2)(ii) | Those who need them have them | | paper
164.316(b)(2)(iii) | They are reviewed | | paper
`,
} satisfies FrameworkTable
