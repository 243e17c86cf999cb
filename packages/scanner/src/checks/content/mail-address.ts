import { defineCheck, fail, pass, skip } from '../../check.ts'

/** What stands before the sign, at the end of the text up to there, and what stands after it. */
const LOCAL = /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}$/
const DOMAIN = /(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w-])/y
const LONGEST_LOCAL = 64 // characters (RFC 5321, section 4.5.3.1.1)
/** Addresses that belong to nobody (RFC 2606), and names of pictures that look like one. */
const NOBODY =
  /@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|example|invalid|test|localhost|domain\.com|email\.com)$|\.(?:png|jpe?g|gif|svg|webp|css|js)$/i
const SHOWN = 5

export default defineCheck({
  id: 'content/mail-address',
  question: 'Which mail addresses does the page show?',
  needs: ['page', 'html'],
  type: 'information',
  cwe: 200,
  owasp_2021: ['A01:2021'],
  owasp_2025: ['A01:2025'],
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  outcomes: {
    shown: {
      severity: 'info',
      title: 'The page shows mail addresses',
      why: 'Machines collect them for unwanted mail, and deceivers to write to the right person. Most are meant to be seen.',
      fix: 'Check that each is meant for the public. Prefer a form, or addresses of functions to those of persons.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const linked = html.anchors.map(({ href }) => href).filter((href) => /^mailto:/i.test(href))
    const text = `${html.text} ${html.comments.join(' ')} ${linked.join(' ')}`
    const found = addressesIn(text)
    const real = found.filter((address) => !NOBODY.test(address))
    return real.length > 0 ? fail('shown', page.url, real.slice(0, SHOWN).join(', ')) : pass()
  },
})

/** From one sign to the next: a search for what may stand before one takes twenty times as long. */
function addressesIn(text: string): string[] {
  const found = new Set<string>()
  let end = 0
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', sign + 1)) {
    const before = LOCAL.exec(text.slice(Math.max(end, sign - LONGEST_LOCAL - 1), sign))
    if (!before) continue
    DOMAIN.lastIndex = sign + 1
    const after = DOMAIN.exec(text)
    if (!after) continue
    end = sign + 1 + after[0].length
    found.add(`${before[0]}@${after[0]}`.toLowerCase())
  }
  return [...found]
}
