import type { FrameworkTable } from './table.ts'

/** One line a requirement, so longer than files are elsewhere. */
export default {
  id: 'asvs_5',
  name: 'OWASP ASVS 5.0.0',
  publisher: 'The OWASP Foundation',
  source: 'https://github.com/OWASP/ASVS/tree/v5.0.0',
  covers: 'All 345 requirements, with their levels.',
  rows: `
1.1.1 L2 | Input is decoded once, before it is judged | | code
1.1.2 L2 | Output is encoded last, just before it is interpreted | content/dom-xss* content/reflected-parameter | part
1.2.1 L1 | What goes into HTML, XML and header fields is encoded for the place where it stands | content/reflected-parameter | attack
1.2.2 L1 | URLs are built of encoded parts and of safe schemes only | content/dom-xss* content/open-redirect-parameter content/reflected-parameter | attack
1.2.3 L1 | What goes into scripts and JSON is encoded for them | content/reflected-parameter | attack
1.2.4 L1 | Database queries take parameters instead of pasted text | content/error-message | attack
1.2.5 L1 | Commands of the operating system are not built of input | | attack
1.2.6 L2 | LDAP queries are not built of input | | attack
1.2.7 L2 | XPath queries are not built of input | | attack
1.2.8 L2 | LaTeX is processed without shell access and with allowed commands only | | attack
1.2.9 L2 | Input is escaped before it becomes part of a regular expression | | code
1.2.10 L3 | Exported spreadsheets cannot carry formulas from input | | login
1.3.1 L1 | HTML from editors is cleaned by a proven library | | attack
1.3.2 L1 | No code is evaluated that holds input | csp/script-unsafe-eval content/dom-xss* | attack
1.3.3 L2 | Input is cut to safe characters and length before a dangerous use | | code
1.3.4 L2 | Scripts are taken out of uploaded SVG | | attack
1.3.5 L2 | Markdown, style sheets and the like from users cannot run anything | | attack
1.3.6 L2 | Requests that the server makes go to allowed places only | | attack
1.3.7 L2 | Templates are not built of input | | attack
1.3.8 L2 | JNDI look-ups are not built of input | | attack
1.3.9 L2 | What is sent to memcache cannot inject commands | | code
1.3.10 L2 | Input never serves as a format string | | attack
1.3.11 L2 | Input to mail systems cannot inject commands | | attack
1.3.12 L3 | Regular expressions cannot be made to run for ever | | code
1.4.1 L2 | Memory and strings are handled safely | tls/heartbleed software/vulnerable-server | code
1.4.2 L2 | Whole numbers cannot overflow | | code
1.4.3 L2 | Memory is released, and not used afterwards | | code
1.5.1 L1 | XML is read without external entities | | attack
1.5.2 L2 | Only expected types are deserialised from what users send | content/serialized-field content/viewstate content/jsf-viewstate cookies/serialized-object | attack
1.5.3 L3 | All parsers of one format understand it alike | headers/charset-conflict | code
2.1.1 L1 | It is written down what valid input looks like | | paper
2.1.2 L2 | It is written down which items of input must fit together | | paper
2.1.3 L2 | Limits of business processes are written down | | paper
2.2.1 L1 | Input is held against what is expected of it | | attack
2.2.2 L1 | Input is validated on the server | | attack
2.2.3 L2 | Items of input that belong together fit together | | attack
2.3.1 L1 | The steps of a process cannot be skipped | | login
2.3.2 L2 | Limits of business processes hold | | login
2.3.3 L2 | A process is done wholly or not at all | | code
2.3.4 L2 | What is scarce cannot be sold twice | | login
2.3.5 L3 | What matters most needs two people | | login
2.4.1 L2 | Automated overuse is held off | | attack
2.4.2 L3 | Steps that come faster than a person could take them are refused | | attack
3.1.1 L3 | It is written down which protections of browsers the application relies on | | paper
3.2.1 L1 | Answers cannot be shown by a browser as something that they are not | headers/content-type headers/x-content-type-options headers/corp csp/missing | part
3.2.2 L1 | Text is shown by functions that cannot make markup of it | content/dom-xss* csp/trusted-types | part
3.2.3 L3 | Elements of the page cannot shadow variables of its scripts | | code
3.3.1 L1 | Cookies are Secure, and say so by their prefix | cookies/secure cookies/prefix cookies/rejected | part
3.3.2 L2 | Each cookie has the SameSite value that suits it | cookies/same-site | part
3.3.3 L2 | Cookies of one host bear the __Host- prefix | cookies/prefix cookies/domain-scope | part
3.3.4 L2 | Cookies that scripts need not read are HttpOnly | cookies/http-only | part
3.3.5 L3 | No cookie is larger than browsers keep | cookies/rejected | part
3.4.1 L1 | HSTS on every answer, for a year, with subdomains from level 2 on | transport/hsts transport/hsts-subdomains transport/hsts-on-http headers/duplicate |
3.4.2 L1 | Origins that may read answers are fixed or held against a list | cors/* |
3.4.3 L2 | A Content Security Policy keeps scripts to what is trusted | csp/* content/inline-handler |
3.4.4 L2 | X-Content-Type-Options: nosniff on every answer | headers/x-content-type-options |
3.4.5 L2 | A referrer policy keeps addresses from other sites | headers/referrer-policy |
3.4.6 L2 | frame-ancestors says who may frame the pages | headers/x-frame-options csp/meta |
3.4.7 L3 | The Content Security Policy names a place for reports | csp/reporting headers/reporting |
3.4.8 L3 | Documents are opened apart from other sites' windows | headers/coop content/target-blank |
3.5.1 L1 | Requests that need no preflight are proven to come from the application | content/csrf-token cookies/same-site | login
3.5.2 L1 | What relies on preflight cannot be called without one | | login
3.5.3 L1 | What changes something is asked for by methods that are meant to, or by proof of origin | content/sensitive-url | login
3.5.4 L2 | Different applications have different host names | cookies/domain-scope | part
3.5.5 L2 | Messages from other windows are taken from trusted origins only | content/message-origin* | part
3.5.6 L3 | JSONP is not offered | content/jsonp | part
3.5.7 L3 | Scripts hold no data of users | content/script-secrets | login
3.5.8 L3 | What needs a log-in cannot be embedded by other sites | headers/corp cookies/same-site | login
3.6.1 L3 | What comes from elsewhere is fixed and has its digest beside it | content/sri content/sri-broken content/compromised-cdn |
3.7.1 L2 | No technique is used that browsers have given up | csp/deprecated headers/expect-ct headers/public-key-pins headers/x-xss-protection cors/crossdomain-xml cors/client-access-policy |
3.7.2 L2 | Redirects to other hosts lead to allowed ones | content/open-redirect-parameter | attack
3.7.3 L3 | People are told before they are led elsewhere | | login
3.7.4 L3 | The domain is on the preload list of HSTS | transport/hsts-preload | part
3.7.5 L3 | A browser that lacks a needed protection is treated as it is written down | | code
4.1.1 L1 | Content-Type is there, true, and names the character encoding | headers/content-type headers/charset-conflict |
4.1.2 L2 | Only what people open in a browser is redirected from HTTP to HTTPS | transport/http-redirect | part
4.1.3 L2 | Fields that proxies set cannot be set by users | | attack
4.1.4 L3 | Only the methods in use are answered | transport/methods | part
4.1.5 L3 | Messages of the greatest weight are signed | | code
4.2.1 L2 | All components agree where a message ends | | attack
4.2.2 L3 | Content-Length fits the content | | code
4.2.3 L3 | HTTP/2 and HTTP/3 messages carry no fields of connections | | attack
4.2.4 L3 | HTTP/2 and HTTP/3 fields carry no line ends | | attack
4.2.5 L3 | Requests that the application makes cannot grow too long | | code
4.3.1 L2 | Costly GraphQL queries are limited | | attack
4.3.2 L2 | GraphQL does not tell its schema unless it is meant to | exposure/graphql-introspection exposure/graphql-console |
4.4.1 L1 | WebSockets run over TLS | transport/mixed-content | part
4.4.2 L2 | WebSockets are opened for allowed origins only | | attack
4.4.3 L2 | Tokens made for WebSockets follow the rules of sessions | | login
4.4.4 L2 | Tokens for WebSockets come out of the session that is logged in | | login
5.1.1 L2 | It is written down which files may be uploaded | | paper
5.2.1 L1 | Files are not larger than can be handled | | login
5.2.2 L1 | Files are what their names say | | login
5.2.3 L2 | Archives are measured before they are unpacked | | login
5.2.4 L3 | Each user has a limit of files | | login
5.2.5 L3 | Archives with links are refused | | login
5.2.6 L3 | Images with too many pixels are refused | | login
5.3.1 L1 | Uploaded files are never run as programs | threat/web-shell* content/source-code | attack
5.3.2 L1 | Paths are not built of the names that users gave | | attack
5.3.3 L3 | Unpacking ignores paths in archives | | code
5.4.1 L2 | The name of a download is not the user's to choose | | attack
5.4.2 L2 | Names of downloads are encoded | | attack
5.4.3 L2 | Files from strangers are scanned before they are served | threat/* | part
6.1.1 L1 | It is written down how guessing at log-ins is held off | | paper
6.1.2 L2 | Words that must not be in passwords are written down | | paper
6.1.3 L2 | All ways to log in are written down | | paper
6.2.1 L1 | Passwords have at least 8 characters | | login
6.2.2 L1 | People can change their password | | login
6.2.3 L1 | A change of password asks for the old one | | login
6.2.4 L1 | The most frequent passwords are refused | | login
6.2.5 L1 | Passwords may be made of any characters | | login
6.2.6 L1 | Password fields hide what is typed | content/password-field |
6.2.7 L1 | Pasting and password managers work | content/password-field | part
6.2.8 L1 | Passwords are taken exactly as typed | | login
6.2.9 L2 | Passwords of 64 characters are taken | | login
6.2.10 L2 | Passwords need not be changed without a cause | | login
6.2.11 L2 | The words written down are refused in passwords | | login
6.2.12 L2 | Passwords known from breaches are refused | | login
6.3.1 L1 | Guessing at log-ins is held off | software/wordpress-xmlrpc software/wordpress-users | attack
6.3.2 L1 | No default accounts are left | software/wordpress-users exposure/install-wizard | attack
6.3.3 L2 | A second factor is needed | transport/basic-auth | login
6.3.4 L2 | All ways to log in are equally strong, and none is unknown | transport/basic-auth software/wordpress-xmlrpc exposure/panel | part
6.3.5 L3 | People are told of suspicious log-ins | | login
6.3.6 L3 | Mail is not a factor | | login
6.3.7 L3 | People are told when their log-in is changed | | login
6.3.8 L3 | Answers do not tell which users exist | software/wordpress-users | attack
6.4.1 L1 | First passwords are random and short-lived | | login
6.4.2 L1 | There are no hints and secret questions | | login
6.4.3 L2 | A forgotten password is reset without leaving the second factor out | | login
6.4.4 L2 | Who lost a factor proves who they are as at the start | | login
6.4.5 L3 | Factors that expire are renewed in time | | login
6.4.6 L3 | Administrators can start a reset, but not choose the password | | login
6.5.1 L2 | Codes work once | | login
6.5.2 L2 | Stored codes are hashed | | code
6.5.3 L2 | Codes and seeds come from a secure generator | | code
6.5.4 L2 | Codes have at least 20 bits | | login
6.5.5 L2 | Codes do not live long | | login
6.5.6 L3 | A lost factor can be revoked | | login
6.5.7 L3 | Biometrics are only a second factor | | login
6.5.8 L3 | One-time codes are checked against the server's clock | | code
6.6.1 L2 | Codes by telephone are the exception, and explained | | login
6.6.2 L2 | A code belongs to the one request that it was made for | | login
6.6.3 L2 | Guessing at codes is held off | | attack
6.6.4 L3 | People cannot be flooded with push messages | | attack
6.7.1 L3 | Certificates that vouch for log-ins cannot be changed by others | | code
6.7.2 L3 | Challenges have at least 64 bits and do not recur | | code
6.8.1 L2 | An identity of one provider cannot pass for one of another | | login
6.8.2 L2 | Signatures of assertions are always checked | | attack
6.8.3 L2 | SAML assertions work once | | attack
6.8.4 L2 | The strength of a provider's log-in is checked where it matters | | login
7.1.1 L2 | It is written down how long sessions last, and why | | paper
7.1.2 L2 | It is written down how many sessions one account may have | | paper
7.1.3 L2 | It is written down how sessions of federated systems end together | | paper
7.2.1 L1 | Sessions are verified on the server | | attack
7.2.2 L1 | Session tokens are made anew each time, no fixed keys | cookies/predictable-session-id content/script-secrets | part
7.2.3 L1 | Session ids come from a secure generator and have 128 bits | cookies/weak-session-id cookies/predictable-session-id | part
7.2.4 L1 | A log-in gives a new session and ends the old | | login
7.3.1 L2 | Sessions end when nobody uses them | cookies/jwt | login
7.3.2 L2 | Sessions end after a time in any case | cookies/lifetime cookies/jwt | login
7.4.1 L1 | A session that was ended stays ended | headers/clear-site-data cookies/jwt | login
7.4.2 L1 | Sessions of a closed account end | | login
7.4.3 L2 | Other sessions can be ended when the password changes | | login
7.4.4 L2 | Log-out is easy to find | | login
7.4.5 L2 | Administrators can end sessions | | login
7.5.1 L2 | Changing the log-in asks for it again | | login
7.5.2 L2 | People see their sessions and can end them | | login
7.5.3 L3 | What matters most asks for a factor again | | login
7.6.1 L2 | Sessions at provider and application end as written down | | login
7.6.2 L2 | No session begins without the person's doing | | login
8.1.1 L1 | It is written down who may do and see what | | paper
8.1.2 L2 | It is written down who may read and write which field | | paper
8.1.3 L3 | It is written down which circumstances decide on access | | paper
8.1.4 L3 | It is written down how circumstances decide on access | | paper
8.2.1 L1 | Functions are open to those allowed only | exposure/database-console exposure/open-service exposure/install-wizard exposure/spring-actuator content/redirect-body | login
8.2.2 L1 | Data are open to those allowed only | exposure/open-bucket exposure/sql-dump exposure/database-file content/personal-data | login
8.2.3 L2 | Fields are open to those allowed only | | login
8.2.4 L3 | Circumstances decide on access as written down | | login
8.3.1 L1 | Access is decided on the server | content/redirect-body | login
8.3.2 L3 | Changed rights take effect at once | | login
8.3.3 L3 | Rights of the person count, not those of a service in between | | login
8.4.1 L2 | Tenants cannot reach each other | | login
8.4.2 L3 | Administration has several layers of protection | exposure/panel exposure/database-console | part
9.1.1 L1 | Tokens are used only after their signature was checked | cookies/jwt | attack
9.1.2 L1 | Only algorithms of a list are taken | cookies/jwt | attack
9.1.3 L1 | Keys for checking come from known places only | | attack
9.2.1 L1 | Tokens count within their time only | cookies/jwt | attack
9.2.2 L2 | Tokens are taken for their purpose only | | attack
9.2.3 L2 | Tokens are taken by the service that they were made for only | | attack
9.2.4 L2 | Tokens of one key say for whom they are | | attack
10.1.1 L2 | Tokens go only where they are needed | content/script-secrets content/sensitive-url | login
10.1.2 L2 | The client takes only answers to what it asked | | attack
10.2.1 L2 | The code flow is protected against forged requests | | attack
10.2.2 L2 | Providers cannot be mixed up | | attack
10.2.3 L3 | Only needed scopes are asked for | | login
10.3.1 L2 | Access tokens are taken by the service that they were made for only | | attack
10.3.2 L2 | What was delegated decides on access | | login
10.3.3 L2 | People are known by a claim that is never given to another | | code
10.3.4 L2 | The needed strength of log-in is checked | | login
10.3.5 L3 | Stolen access tokens are of no use to others | | attack
10.4.1 L1 | Redirect addresses are compared exactly with a list | | attack
10.4.2 L1 | Codes work once | | attack
10.4.3 L1 | Codes live ten minutes at most | | attack
10.4.4 L1 | Clients may use the grants that they need only | | attack
10.4.5 L1 | Replayed refresh tokens are refused | | attack
10.4.6 L2 | PKCE is required | | attack
10.4.7 L2 | Clients that register themselves cannot do harm | | attack
10.4.8 L2 | Refresh tokens end in any case | | login
10.4.9 L2 | People can revoke tokens | | login
10.4.10 L2 | Confidential clients prove who they are | | attack
10.4.11 L2 | Clients have only the scopes that they need | | paper
10.4.12 L3 | Clients may use the response modes that they need only | | attack
10.4.13 L3 | Codes are always asked for by pushed requests | | attack
10.4.14 L3 | Access tokens are bound to their sender | | attack
10.4.15 L3 | Details of authorisation come from the client's server | | attack
10.4.16 L3 | Clients authenticate by keys | | attack
10.5.1 L2 | Replayed id tokens are refused | | attack
10.5.2 L2 | People are known by a claim that is never given to another | | code
10.5.3 L2 | A provider cannot pass for another by its metadata | | attack
10.5.4 L2 | Id tokens are taken by the client that they were made for only | | attack
10.5.5 L2 | Back-channel log-out cannot be abused | | attack
10.6.1 L2 | Only safe response types are allowed | | attack
10.6.2 L2 | Nobody can be logged out by force | | attack
10.7.1 L2 | People consent to each authorisation | | login
10.7.2 L2 | People are told what they consent to | | login
10.7.3 L2 | People can see and revoke what they consented to | | login
11.1.1 L2 | Keys are managed by a written policy | | paper
11.1.2 L2 | There is an inventory of keys, algorithms and certificates | | paper
11.1.3 L3 | Uses of cryptography are searched for | | paper
11.1.4 L3 | The way to new cryptography, post-quantum too, is planned | tls/curves-weak tls/protocol-modern | paper
11.2.1 L2 | Implementations of cryptography are proven ones | tls/heartbleed tls/ccs-injection tls/robot tls/ticketbleed tls/certificate-roca tls/certificate-known-key | code
11.2.2 L2 | Algorithms can be exchanged | | code
11.2.3 L2 | Everything gives at least 128 bits of security | tls/cipher-weak tls/certificate-key tls/curves-weak tls/dh-parameters | part
11.2.4 L3 | Cryptography takes the same time whatever the secret is | tls/lucky13 tls/raccoon tls/robot | code
11.2.5 L3 | Cryptography fails without telling anything | tls/robot tls/poodle-tls tls/lucky13 | code
11.3.1 L1 | No ECB, no weak padding | tls/robot tls/cipher-weak tls/forward-secrecy | code
11.3.2 L1 | Only approved ciphers and modes | tls/cipher-weak | code
11.3.3 L2 | What is encrypted cannot be changed unnoticed | tls/cipher-weak content/viewstate content/jsf-viewstate | code
11.3.4 L3 | Nonces are never used twice for a key | csp/nonce-reuse | code
11.3.5 L3 | The MAC is taken of the ciphertext | tls/lucky13 | code
11.4.1 L1 | Only approved hash functions | tls/certificate-signature dns/dnssec-algorithm dns/dkim-key | code
11.4.2 L2 | Passwords are stored by a slow function made for them | content/password-hash exposure/htpasswd | code
11.4.3 L2 | Hash functions of signatures resist collisions | tls/certificate-signature | code
11.4.4 L2 | Keys made of passwords are made slowly | | code
11.5.1 L2 | What must not be guessed comes from a secure generator, with 128 bits | cookies/weak-session-id cookies/predictable-session-id csp/nonce-weak | part
11.5.2 L3 | The generator works under heavy demand | | code
11.6.1 L2 | Keys and signatures are made by approved algorithms | tls/certificate-key tls/certificate-signature tls/certificate-roca tls/certificate-known-key | code
11.6.2 L3 | Key exchange uses approved algorithms and safe parameters | tls/dh-parameters tls/curves-weak tls/forward-secrecy tls/raccoon | part
11.7.1 L3 | Memory is encrypted | | code
11.7.2 L3 | Data are in clear only as long as needed | | code
12.1.1 L1 | Only the latest versions of TLS, the latest preferred | tls/protocol-* tls/fallback-scsv tls/intolerance |
12.1.2 L2 | Only recommended cipher suites, the strongest preferred | tls/cipher-weak tls/cipher-order tls/forward-secrecy tls/beast tls/crime tls/renegotiation tls/session-tickets tls/early-data tls/master-secret |
12.1.3 L2 | Certificates of clients are checked before they count | | login
12.1.4 L3 | Revocation works: OCSP stapling and the like | tls/ocsp-stapling tls/must-staple-without-staple tls/certificate-revoked |
12.1.5 L3 | Encrypted Client Hello is on | dns/https-record | part
12.2.1 L1 | Everything between clients and the site runs over TLS, without a way back | transport/https transport/http-redirect transport/downgrade transport/mixed-content content/password-over-http csp/script-http | part
12.2.2 L1 | Certificates are publicly trusted | tls/certificate-* dns/caa |
12.3.1 L2 | Every connection of the application is encrypted | dns/mta-sts* dns/dane exposure/open-service | inside
12.3.2 L2 | Clients check certificates | | inside
12.3.3 L2 | Internal HTTP services use TLS | | inside
12.3.4 L2 | Internal certificates are trusted ones | | inside
12.3.5 L3 | Internal services prove who they are | | inside
13.1.1 L2 | It is written down whom the application talks to | | paper
13.1.2 L3 | It is written down how many connections each service takes | | paper
13.1.3 L3 | It is written down how resources are managed | | paper
13.1.4 L3 | It is written down which secrets are critical and when they change | | paper
13.2.1 L2 | Components authenticate to each other | exposure/open-service | inside
13.2.2 L2 | Components have the rights that they need only | | inside
13.2.3 L2 | No default credentials between services | | inside
13.2.4 L2 | The application may reach allowed places only | csp/missing | inside
13.2.5 L2 | The server may reach allowed places only | | inside
13.2.6 L3 | Connections follow what is written down | | inside
13.3.1 L2 | Secrets are kept in a vault, not in code | content/secrets content/script-secrets content/comment-secrets exposure/env-file exposure/credentials exposure/private-key exposure/key-store exposure/app-config exposure/appsettings exposure/wp-config exposure/php-config exposure/rails-config exposure/spring-config exposure/web-config exposure/magento-config exposure/kubeconfig exposure/terraform-state exposure/docker-compose exposure/ci-config exposure/deployment-file exposure/shell-history | inside
13.3.2 L2 | Secrets are open to those only who need them | exposure/env-file exposure/credentials exposure/private-key exposure/key-store | inside
13.3.3 L3 | Keys do their work inside a module that does not give them away | exposure/private-key exposure/key-store | inside
13.3.4 L3 | Secrets expire and are changed | | paper
13.4.1 L1 | No data of source control are served | exposure/git exposure/svn exposure/hg exposure/bazaar exposure/cvs |
13.4.2 L2 | Debugging is off | headers/debug headers/development-server content/error-page content/error-message exposure/laravel-debug exposure/symfony-profiler exposure/go-debug exposure/rails-info exposure/trace-axd exposure/elmah exposure/phpinfo |
13.4.3 L2 | No listings of folders | content/directory-listing exposure/backup-folder exposure/ds-store exposure/open-bucket |
13.4.4 L2 | TRACE is off | transport/methods |
13.4.5 L2 | Documentation and monitoring are not open unless meant to be | exposure/api-description exposure/metrics exposure/spring-actuator exposure/server-status exposure/server-info exposure/nginx-status exposure/php-fpm-status exposure/graphql-console exposure/open-service |
13.4.6 L3 | No exact versions of components are told | headers/server-version headers/x-powered-by headers/aspnet-version headers/generator headers/backend-server content/error-banner software/cms-version-file exposure/manifests |
13.4.7 L3 | Only files of expected endings are served | exposure/* content/source-code content/source-map | part
14.1.1 L2 | Sensitive data are known and classified | | paper
14.1.2 L2 | It is written down how each class is protected | | paper
14.2.1 L1 | Sensitive data do not stand in addresses | content/sensitive-url cookies/session-in-url | part
14.2.2 L2 | Sensitive data are not kept in caches of servers | headers/cache-control cors/vary | part
14.2.3 L2 | Sensitive data do not go to strangers | threat/skimmer* content/form-foreign headers/referrer-policy content/sri | part
14.2.4 L2 | Each class is protected as it is written down | | paper
14.2.5 L3 | Caches keep only what was meant to be kept | headers/cache-control cors/vary | attack
14.2.6 L3 | No more of sensitive data is shown than needed | content/personal-data content/mail-address content/path-disclosure | login
14.2.7 L3 | Data are deleted when their time is over | | paper
14.2.8 L3 | Sensitive data are taken out of users' files | | login
14.3.1 L1 | Data leave the browser with the session | headers/clear-site-data | login
14.3.2 L2 | Sensitive answers are not kept by browsers | headers/cache-control | login
14.3.3 L2 | Browsers store no sensitive data but session tokens | cookies/jwt cookies/serialized-object | login
15.1.1 L1 | It is written down how soon flaws of components are mended | | paper
15.1.2 L2 | There is an inventory of third-party components | exposure/manifests | paper
15.1.3 L2 | It is written down what costs much time or resources | | paper
15.1.4 L3 | Risky components are written down | | paper
15.1.5 L3 | Dangerous functions are written down | | paper
15.2.1 L1 | No component is older than the rules for updates allow | software/vulnerable-* software/outdated software/end-of-life | part
15.2.2 L2 | What costs much cannot stop the service | | attack
15.2.3 L2 | Nothing is in production that is not needed | exposure/default-page exposure/install-wizard exposure/backup-* exposure/page-copy exposure/phpinfo exposure/graphql-console | part
15.2.4 L3 | Components come from where they are expected | content/compromised-cdn content/sri threat/injected-script | inside
15.2.5 L3 | Dangerous functions are fenced in | csp/trusted-types csp/script-unsafe-eval | code
15.3.1 L1 | Only needed fields of an object are sent | content/personal-data content/password-hash | login
15.3.2 L2 | Calls to other servers do not follow redirects unless meant to | | attack
15.3.3 L2 | Fields that users may not set cannot be set | | attack
15.3.4 L2 | The user's address cannot be forged | | attack
15.3.5 L2 | Types are checked strictly | | code
15.3.6 L2 | Scripts cannot have their prototypes polluted | software/vulnerable-library | attack
15.3.7 L2 | Parameters given twice do no harm | | attack
15.4.1 L3 | Shared objects are used safely by several threads | | code
15.4.2 L3 | A check and what hangs on it are one step | | attack
15.4.3 L3 | Locks cannot block each other | | code
15.4.4 L3 | No thread starves | | code
16.1.1 L2 | There is an inventory of what is logged | | paper
16.2.1 L2 | Log entries tell when, where, who and what | | inside
16.2.2 L2 | Clocks agree, and times name their zone | | inside
16.2.3 L2 | Logs go only where they should | exposure/log-file exposure/elmah | inside
16.2.4 L2 | Logs can be read together | | inside
16.2.5 L2 | Logs hold no sensitive data that they should not | exposure/log-file | inside
16.3.1 L2 | Log-ins are logged | | inside
16.3.2 L2 | Refused access is logged | | inside
16.3.3 L2 | Attempts to get around protections are logged | csp/reporting headers/reporting | inside
16.3.4 L2 | Errors and failing protections are logged | dns/tls-rpt csp/reporting | inside
16.4.1 L2 | Nobody can write into logs by what they send | | code
16.4.2 L2 | Logs cannot be read or changed by others | exposure/log-file exposure/elmah exposure/laravel-debug exposure/trace-axd headers/debug | inside
16.4.3 L2 | Logs are kept on another system | | inside
16.5.1 L2 | Errors tell users nothing of the inside | content/error-message content/error-page content/error-banner content/path-disclosure content/redirect-body | attack
16.5.2 L2 | The application is safe when something that it needs fails | | code
16.5.3 L2 | Errors never open what is closed | | code
16.5.4 L3 | Whatever error is caught by nobody is caught at last | content/error-message content/error-page | attack
17.1.1 L2 | TURN relays to no reserved addresses | | webrtc
17.1.2 L3 | TURN stands many ports | | webrtc
17.2.1 L2 | Keys of DTLS are managed by the policy | | webrtc
17.2.2 L2 | DTLS uses approved suites | | webrtc
17.2.3 L2 | SRTP is authenticated | | webrtc
17.2.4 L2 | Malformed SRTP does no harm | | webrtc
17.2.5 L3 | Floods of SRTP from users do no harm | | webrtc
17.2.6 L3 | DTLS has no race at its first message | | webrtc
17.2.7 L3 | Recording stands floods | | webrtc
17.2.8 L3 | The DTLS certificate is held against the session description | | webrtc
17.3.1 L2 | Signalling stands floods | | webrtc
17.3.2 L2 | Malformed signalling does no harm | | webrtc
`,
} satisfies FrameworkTable
