import { PANELS } from '../../../data/panels.ts'
import { defineCheck, type Fail, fail, verdictOf } from '../../check.ts'
import { type FoundFile, placeOf } from '../../derive/found_files.ts'

export default defineCheck({
  id: 'exposure/panel',
  question: 'Which log-ins to administrations are in reach of everyone?',
  needs: ['found_files'],
  type: 'information',
  cwe: 1220,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/1220.html'],
  distinct: ['parameter'],
  outcomes: {
    login: {
      severity: 'info',
      title: 'A log-in to an administration is public',
      why: 'A password is all that stands between strangers and what runs behind it, and each flaw in the log-in itself is open to everyone.',
      fix: 'Let only known addresses reach it, or put a second log-in before it, and keep it up to date.',
    },
  },
  run({ found_files }) {
    const seen = new Map<string, Fail<'login'>>()
    for (const file of found_files) {
      const known = file.is_html ? panelOf(file) : null
      if (known && !seen.has(known.id)) seen.set(known.id, known.found)
    }
    return verdictOf([...seen.values()])
  },
})

/** The panel that this page is, unless the page beside it that cannot exist is the same one. */
function panelOf(file: FoundFile): { id: string; found: Fail<'login'> } | null {
  const { exchange, control } = file
  const { body } = exchange.response
  const shows = (text: string, proof: readonly RegExp[]) => proof.every((pattern) => pattern.test(text))
  const one = PANELS.find(({ proof }) => shows(body, proof))
  if (!one || (control && shows(control.response.body, one.proof))) return null
  return { id: one.id, found: fail('login', placeOf(file, one.id), one.name) }
}
