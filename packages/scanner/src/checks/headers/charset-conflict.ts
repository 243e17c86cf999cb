import { defineCheck, fail, pass, skip } from '../../check.ts'
import { mediaType } from '../../derive/media-type.ts'
import { headerValues } from '../../net/exchange.ts'

export default defineCheck({
  id: 'headers/charset-conflict',
  question: 'Do header and page name the same encoding?',
  needs: ['page', 'html'],
  cwe: 436,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding'],
  outcomes: {
    conflict: {
      severity: 'info',
      title: 'Header and page name different encodings',
      why: 'Browsers go by the header, other programs by the page. Filters that read the text in the wrong encoding miss what browsers run.',
      fix: 'Name UTF-8 in both, or leave it out of one.',
      settings: { nginx: 'charset utf-8;', apache: 'AddDefaultCharset utf-8' },
    },
  },
  run({ page, html }) {
    const header = mediaType(headerValues(page.headers, 'content-type').at(-1))?.parameters.get('charset')
    const inside = html.metas
      .map(
        ({ charset, httpEquiv, content }) =>
          charset ??
          (httpEquiv === 'content-type' ? /charset\s*=\s*["']?([\w-]+)/i.exec(content ?? '')?.[1] : undefined),
      )
      .find((name) => name)
    if (!header || !inside) return skip('only one of them names an encoding')
    return labelOf(header) === labelOf(inside) ? pass(header) : fail('conflict', page.url, `${header}, ${inside}`)
  },
})

/** The encoding that a label stands for (Encoding section 4.2): Latin-1 and ASCII are windows-1252 to browsers. */
function labelOf(name: string): string {
  const label = name.trim().toLowerCase()
  if (/^(?:iso-?8859-?1|latin1|us-ascii|ascii|windows-1252|cp1252)$/.test(label)) return 'windows-1252'
  return /^utf-?8$/.test(label) ? 'utf-8' : label
}
