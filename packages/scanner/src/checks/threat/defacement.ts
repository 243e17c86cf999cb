import { defineCheck, fail, pass, skip } from '../../check.ts'

/** What those who deface sites write over them. */
const CLAIM =
  /\b(?:h[a4]ck[e3]d|pwn[e3]d|0wn[e3]d|owned|defaced|d[e3]f[a4]c[e3]d|r[o0][o0]t[e3]d|stamped|touched)\s+(?:by|bye)\b\s*[:\-–|~]*\s*\S|\b(?:your (?:site|website|security|server) (?:has been|is|was) (?:hacked|pwned|owned|breached|low))\b/i
/** What they add. */
const BOAST =
  /\b(?:greetz|greets?\s+(?:to|:)|gr33tz|zone-?h|mirror-h|was here|security is (?:low|an illusion|just an illusion|0)|patch (?:your|ur) (?:system|site|security)|we are (?:anonymous|legion)|expect us|cyber (?:army|team)|hackers? team|ind(?:o|onesian) hacker|sorry admin|hello admin|dear admin|index of hacked)\b/i
const SHORT = 2_000 // characters of text: a page that has been written over says little else

export default defineCheck({
  id: 'threat/defacement',
  question: 'Is the page the owner’s, and not somebody’s boast?',
  needs: ['page', 'html'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [148],
  references: ['https://attack.mitre.org/techniques/T1491/002/'],
  distinct: ['path'],
  outcomes: {
    defaced: {
      severity: 'critical',
      title: 'The page has been defaced',
      why: 'Somebody wrote over it and says so. They can write to the server, and will have left a way back.',
      fix: 'Take the site off the network, keep a copy for the inquiry, find the way in, and set everything up anew from clean sources with new passwords and keys.',
    },
    claim: {
      severity: 'high',
      confidence: 'tentative',
      title: 'The page’s title or heading says that it was hacked',
      why: 'It may be a story about a break-in, or the trace of one.',
      fix: 'Look at the page. If it is not yours, treat the server as broken into.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const headings = [...page.body.slice(0, 200_000).matchAll(/<h[12]\b[^>]{0,300}>([\s\S]{0,500}?)<\/h[12]>/gi)]
    const texts = [html.title ?? '', ...headings.map(([, inner]) => inner!.replace(/<[^>]*>/g, ' '))]
    const claim = texts.find((text) => CLAIM.test(text))
    const written = html.text.length < SHORT
    // a story has a text around its title, and tells whose site it was
    if (claim && written && BOAST.test(html.text)) return fail('defaced', page.url, claim.trim())
    if (claim && written && html.anchors.length < 5 && CLAIM.test(html.title ?? ''))
      return fail('defaced', page.url, claim.trim())
    if (claim && written) return fail('claim', page.url, claim.trim())
    return pass(html.title ?? '')
  },
})
