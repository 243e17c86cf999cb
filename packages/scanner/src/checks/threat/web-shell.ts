import { WEB_SHELLS } from '../../../data/web-shells.ts'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { Screen } from '../../derive/screen.ts'

const MAX_BODY = 300_000 // characters; shells say what they are at their beginning
const SCREEN = new Screen(WEB_SHELLS, ({ mark }) => [mark])

export default defineCheck({
  id: 'threat/web-shell',
  question: 'Is no page of the site a tool of intruders?',
  needs: ['page', 'html'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [650],
  references: ['https://attack.mitre.org/techniques/T1505/003/'],
  distinct: ['path'],
  outcomes: {
    found: {
      severity: 'critical',
      title: 'A page is a web shell',
      why: 'Through it an intruder reads and writes files, and runs commands on the server. The server is no longer yours alone.',
      fix: 'Take the server off the network, keep a copy for the inquiry, find the way in, and set everything up anew from clean sources with new passwords and keys.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const body = page.body.slice(0, MAX_BODY)
    for (const { name, mark } of SCREEN.of(body)) {
      const seen = mark.exec(body)
      if (seen) return fail('found', { url: page.url, parameter: name }, seen[0])
    }
    return pass()
  },
})
