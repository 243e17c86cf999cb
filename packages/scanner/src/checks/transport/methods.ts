import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { mediaType } from '../../derive/media-type.ts'
import { type Exchange, headerValue, headerValues } from '../../net/exchange.ts'

/** Methods that put files onto a server or take them off, RFC 9110 and WebDAV (RFC 4918) apart. */
const WRITES = new Set(['PUT', 'DELETE'])
const WEBDAV = new Set(['PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK'])

export default defineCheck({
  id: 'transport/methods',
  question: 'Does the server keep to the request methods that a website needs?',
  needs: ['methods'],
  cwe: 749,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [107],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.8',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/06-Test_HTTP_Methods',
  ],
  outcomes: {
    trace: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server answers TRACE',
      why: 'TRACE sends a request back as it arrived, with what proxies added to it: internal addresses, tokens, cookies. Whoever can make a browser or a proxy send it reads what scripts must not see.',
      fix: 'Switch the TRACE method off.',
      settings: {
        nginx: 'if ($request_method = TRACE) { return 405; }',
        apache: 'TraceEnable off',
        iis: '<security><requestFiltering><verbs><add verb="TRACE" allowed="false" /></verbs></requestFiltering></security>',
        express: "app.use((req, res, next) => (req.method === 'TRACE' ? res.sendStatus(405) : next()))",
      },
    },
    webdav: {
      severity: 'info',
      confidence: 'tentative',
      title: 'The server offers WebDAV',
      why: 'WebDAV lets clients list, upload and move files. On a website that does not need it, it is one more door.',
      fix: 'Switch WebDAV off where it is not used, and ask for a log-in where it is.',
      settings: {
        nginx: 'Remove dav_methods and dav_ext_methods.',
        apache: 'Dav Off',
        iis: '<modules><remove name="WebDAVModule" /></modules><handlers><remove name="WebDAV" /></handlers>',
      },
    },
    writing: {
      severity: 'info',
      confidence: 'tentative',
      title: 'The server says that it accepts PUT or DELETE',
      why: 'An interface may need them. On a plain website they let files be written or removed, if no log-in stands before them.',
      fix: 'Allow only the methods that the site uses.',
      settings: {
        nginx: 'limit_except GET POST { deny all; }',
        apache: '<LimitExcept GET POST HEAD>\n  Require all denied\n</LimitExcept>',
        iis: '<security><requestFiltering><verbs allowUnlisted="false"><add verb="GET" allowed="true" /><add verb="POST" allowed="true" /><add verb="HEAD" allowed="true" /></verbs></requestFiltering></security>',
      },
    },
  },
  run({ methods: { options, trace } }) {
    if (!options && !trace) return skip('neither OPTIONS nor TRACE was answered')
    const fails: Fail<'trace' | 'webdav' | 'writing'>[] = []
    if (trace && echoes(trace)) fails.push(fail('trace', trace, trace.response.body.split('\n')[0]!.trim()))
    if (options && options.response.status < 400) {
      const allowed = allowedMethods(options)
      const dav = headerValue(options.response.headers, 'dav')
      if (dav !== undefined || allowed.some((method) => WEBDAV.has(method)))
        fails.push(fail('webdav', options, dav ?? allowed.join(', ')))
      else if (allowed.some((method) => WRITES.has(method))) fails.push(fail('writing', options, allowed.join(', ')))
    }
    return verdictOf(fails)
  },
})

/** A TRACE answer is the request itself as `message/http`; a page with status 200 is none. */
function echoes({ response }: Exchange): boolean {
  if (response.status !== 200) return false
  const type = mediaType(headerValues(response.headers, 'content-type').at(-1))
  return type?.essence === 'message/http' && /^TRACE \S+ HTTP\/\d/.test(response.body.trimStart())
}

/** What Allow and its old WebDAV twin Public list. Methods are case-sensitive (RFC 9110 section 9.1). */
function allowedMethods({ response }: Exchange): string[] {
  const listed = ['allow', 'public'].flatMap((name) => headerValues(response.headers, name))
  return [...new Set(listed.flatMap((value) => value.split(',')).map((method) => method.trim()))].filter(Boolean)
}
