import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

/** How programs for servers look when the server sends them instead of running them. */
const SOURCES: readonly [language: string, form: RegExp][] = [
  [
    'PHP',
    /<\?php\s[\s\S]{0,3000}?(?:\$[a-z_]\w*\s*(?:=|->|\[)|\b(?:include|require)(?:_once)?\b\s*[('"]|\becho\s+[$'"]|\bfunction\s+\w+\s*\()/i,
  ],
  ['PHP', /<\?=\s*\$?\w+[^?]{0,200}\?>/],
  [
    'ASP.NET',
    /<%@\s*(?:Page|Control|Master|WebService|WebHandler)\s[^%]{0,500}\b(?:Language|Inherits|CodeBehind)\s*=/i,
  ],
  ['classic ASP', /<%@\s*Language\s*=\s*"?(?:VBScript|JScript)|<%\s*(?:Dim|Set)\s+\w+|<%\s*Response\.Write\b/i],
  ['JSP', /<%@\s*page\s[^%]{0,500}\b(?:import|contentType|language)\s*=|<%!?\s*(?:String|int|Connection)\s+\w+\s*=/i],
  ['ColdFusion', /<cf(?:query|set|output|include)\b[^>]{0,300}>/i],
]
/** Where source is shown on purpose, or is meant for the browser. */
const QUOTED = /<(script|style|textarea|pre|code|template|noscript)\b[^>]*>[\s\S]*?<\/\1>/gi
const MAX = 300_000 // characters

export default defineCheck({
  id: 'content/source-code',
  question: 'Does the server run its programs instead of sending them?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 540,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/540.html'],
  distinct: ['path'],
  outcomes: {
    sent: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The server sends the source of a program',
      why: 'The code shows how the application works, and often passwords and keys. It also means that the application does not run.',
      fix: 'Give the server the handler for these files, and change every password and key that stands in them.',
      settings: {
        nginx: 'location ~ \\.php$ { fastcgi_pass unix:/run/php/php-fpm.sock; include fastcgi.conf; }',
        apache: 'Load mod_php or: SetHandler "proxy:unix:/run/php/php-fpm.sock|fcgi://localhost"',
        php: 'Write <?php instead of <?, or set short_open_tag = On',
      },
    },
  },
  run({ page }) {
    const body = page.body.slice(0, MAX)
    if (!body.includes('<%') && !body.includes('<?') && !/<cf/i.test(body))
      return skip('nothing in the answer begins like such a program')
    const own = body.replace(QUOTED, ' ')
    for (const [language, form] of SOURCES) {
      const seen = form.exec(own)
      if (seen) return fail('sent', { url: page.url, parameter: language }, seen[0])
    }
    return pass()
  },
})
