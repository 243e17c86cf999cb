import { defineCheck, fail, pass, skip } from '../../check.ts'

const ADDRESS = /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w-])/g
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
    const found = [...new Set([...text.matchAll(ADDRESS)].map(([address]) => address.toLowerCase()))]
    const real = found.filter((address) => !NOBODY.test(address))
    return real.length > 0 ? fail('shown', page.url, real.slice(0, SHOWN).join(', ')) : pass()
  },
})
