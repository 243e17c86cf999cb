import { defineCheck, fail, pass, skip } from '../../check.ts'

/** Folders where web servers and their owners keep sites, down to a file with code in it. */
const UNIX =
  /(?<![\w/.:-])\/(?:var\/www|usr\/(?:share|local)\/(?:nginx|www|apache\d?)|home\/[\w.-]{1,40}|srv\/(?:www|http)|opt\/(?:lampp|bitnami)|Users\/[\w.-]{1,40})\/[\w./-]{1,200}\.(?:php|phtml|inc|py|rb|pl|cgi|jsp|js|ts|java|conf|ini|html?)\b/
const WINDOWS =
  /\b[A-Za-z]:\\(?:inetpub|xampp|wamp\d*|Users|www|websites?|projects?)\\[\w .\\-]{1,200}\.(?:php|aspx?|ashx|cs|vb|cshtml|config|py|js|ini|html?)\b/i

export default defineCheck({
  id: 'content/path-disclosure',
  question: 'Does the page keep the server’s file paths to itself?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://owasp.org/www-community/attacks/Full_Path_Disclosure'],
  outcomes: {
    shown: {
      severity: 'info',
      title: 'The page shows a file path of the server',
      why: 'It tells the operating system, the layout and often an account’s name, which other attacks can use.',
      fix: 'Find what prints the path, most often an error message, and log it instead.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const comments = html.comments.join('\n')
    const text = `${html.prose}\n${comments}`
    const path = UNIX.exec(text)?.[0] ?? WINDOWS.exec(text)?.[0]
    return path ? fail('shown', page.url, path) : pass()
  },
})
