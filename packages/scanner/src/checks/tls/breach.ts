import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'

const COMPRESSED = /\b(gzip|deflate|br|zstd)\b/

export default defineCheck({
  id: 'tls/breach',
  question: 'Are compressed pages free of what an attacker could guess at?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 310,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.breachattack.com/'],
  outcomes: {
    compressed: {
      severity: 'info',
      confidence: 'tentative',
      title: 'Pages are compressed (BREACH)',
      why: 'Where a page repeats what a visitor sent, and holds a secret such as a CSRF token, the length of its compressed form tells how much of a guess was right. Whether this page does cannot be told from one answer.',
      fix: 'Mask secrets anew in each answer, or do not compress pages that hold them, or only for requests that come from the site itself.',
      settings: {
        nginx: 'gzip off;  (in the locations that hold secrets)',
        apache: 'SetEnvIf Referer !example.com no-gzip',
      },
      cve: 'CVE-2013-3587',
    },
  },
  run({ page, html }) {
    if (!page.secure) return skip('plain HTTP hides nothing that could leak')
    const coding = headerValue(page.headers, 'content-encoding')?.toLowerCase() ?? ''
    if (!COMPRESSED.test(coding)) return pass(coding)
    // Without a form there is hardly a secret worth guessing.
    return html.forms.length > 0 ? fail('compressed', page.url, coding) : pass(coding)
  },
})
