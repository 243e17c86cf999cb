import { BRANDS, type Brand } from '../../../data/brands.ts'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import type { Html } from '../../derive/html.ts'
import { isForeign, siteOf } from '../../derive/site.ts'

/** Files that kits are made of: what takes the password and sends it on. */
const KIT_FILE =
  /\/(?:next\d?|post|send(?:er|mail)?|submit|verif(?:y|ication)|login_?post|process|action|result|rezult|hook|handler|mailer|email|log|check|redirect|myaccount\/settings|signin)\.php(?:\?|$)/i
const COPIED = /<!--\s*(?:saved from url=\(\d+\)|Mirrored from|Added by HTTrack|Page saved with SingleFile)/i

export default defineCheck({
  id: 'threat/phishing-kit',
  question: 'Does no page pose as the log-in of somebody else?',
  needs: ['page', 'html'],
  type: 'threat',
  cwe: 451,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [98],
  references: ['https://attack.mitre.org/techniques/T1566/', 'https://apwg.org/'],
  distinct: ['path'],
  outcomes: {
    kit: {
      severity: 'critical',
      title: 'A page poses as the log-in of a well-known service',
      why: 'It bears the title and the files of the real one, stands on a host of another owner and takes passwords. Either the site was broken into, or it is itself the fraud.',
      fix: 'Delete the page and all that came with it, keep a copy for the inquiry, find the way in, and change all passwords and keys of the site.',
    },
    resembles: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A page bears the title of a well-known log-in, and takes passwords',
      why: 'It may be a page of your own that is called alike, or a copy made for fraud.',
      fix: 'Look at the page. If it is not yours, treat the server as broken into.',
    },
  },
  run({ page, html }) {
    if (!html.inputs.some(({ type }) => type === 'password')) return skip('the page asks for no password')
    const brand = BRANDS.find(({ title }) => title.test(html.title ?? ''))
    if (!brand || isOwn(brand, page.url)) return pass(html.title ?? '')
    const marks = marksOf(brand, html, page.body, page.url)
    // a name that many log-ins share says nothing by itself
    if (marks === 0)
      return brand.name === 'Steam' ? pass(html.title ?? '') : fail('resembles', page.url, html.title ?? '')
    return fail(marks > 1 ? 'kit' : 'resembles', page.url, html.title ?? '')
  },
})

function isOwn({ domains }: Brand, url: string): boolean {
  return domains.includes(siteOf(new URL(url).hostname))
}

function marksOf({ assets }: Brand, html: Html, body: string, url: string): number {
  const loaded = [...html.scripts, ...html.links, ...html.images].flatMap((one) => (one.url ? [one.url] : []))
  const login = html.forms.find(({ inputs }) => inputs.some(({ type }) => type === 'password'))
  const target = login?.url ?? null
  return [
    loaded.some((one) => /^https?:/.test(one) && assets.includes(siteOf(new URL(one).hostname))),
    target !== null && (KIT_FILE.test(target) || isForeign(target, url)),
    COPIED.test(body),
  ].filter(Boolean).length
}
