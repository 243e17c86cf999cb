import { defineCheck, fail, pass, skip } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { vectors } from '../../vectors.ts'

/** The comment counts where it stands last (ECMA-426 section 11.1.2). */
const COMMENT = /\/[/*][#@]\s*sourceMappingURL=([^\s'"*]+)\s*(?:\*\/\s*)?$/

export default defineCheck({
  id: 'content/source-map',
  question: 'Is the original source of scripts kept back?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 540,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://tc39.es/ecma426/'],
  outcomes: {
    embedded: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The page holds the original source of its scripts',
      why: 'The source map lies in the page, with the files as they were written: comments, names and code for other roles.',
      fix: 'Build for production without inline source maps.',
    },
    named: {
      severity: 'info',
      title: 'The page points to a source map',
      why: 'If the file can be fetched, it gives the scripts as they were written, which helps an attacker to read them.',
      fix: 'Keep source maps off the public server, or allow them to your error tracker only.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const header = headerValue(page.headers, 'sourcemap') ?? headerValue(page.headers, 'x-sourcemap')
    const comments = [...html.scripts, ...html.styles].map(({ inline }) => COMMENT.exec(inline.slice(-2_000_000))?.[1])
    const maps = [header, ...comments].filter((map) => map !== undefined)
    const embedded = maps.find((map) => map.startsWith('data:') && holdsSources(map))
    if (embedded) return fail('embedded', page.url, embedded.slice(0, 120))
    const named = maps.find((map) => !map.startsWith('data:'))
    return named ? fail('named', page.url, named) : pass()
  },
})

function holdsSources(dataUrl: string): boolean {
  const comma = dataUrl.indexOf(',')
  const body = dataUrl.slice(comma + 1)
  try {
    const text = /;base64$/i.test(dataUrl.slice(0, comma))
      ? Buffer.from(body, 'base64').toString()
      : decodeURIComponent(body)
    const map: { sourcesContent?: unknown } = JSON.parse(text)
    return Array.isArray(map.sourcesContent) && map.sourcesContent.some((source) => typeof source === 'string')
  } catch {
    return false
  }
}
