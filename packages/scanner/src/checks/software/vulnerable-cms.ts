import { defineCheck, fail, pass, skip, verdictOf } from '../../check.ts'
import { casesOf, particularsOf, placeOf } from '../../derive/software-place.ts'

const KINDS = new Set<string>(['cms', 'shop', 'application', 'analytics'])

export default defineCheck({
  id: 'software/vulnerable-cms',
  question: 'Are content management, shop and applications free of known flaws?',
  needs: ['software', 'known'],
  type: 'vulnerability',
  cwe: 1395,
  owasp_2021: ['A06:2021'],
  owasp_2025: ['A03:2025'],
  references: ['https://owasp.org/Top10/A06_2021-Vulnerable_and_Outdated_Components/'],
  distinct: ['parameter'],
  outcomes: {
    vulnerable: {
      severity: 'high',
      title: 'An application has known vulnerabilities',
      why: 'Sites that run a version with a known flaw are found by search and attacked by the thousand, days after it is told.',
      fix: 'Update it to a release in which they are mended.',
      particular: { title: '{name} {version} has known vulnerabilities', fix: 'Update {name} to {fixed} or newer.' },
    },
  },
  run({ software, known }) {
    const cases = casesOf(software, known, ({ category }) => KINDS.has(category))
    if (cases.length === 0) return skip('no such software with a version was seen')
    const fails = cases
      .filter(({ known }) => known.flaws.length > 0)
      .map((one) => {
        const particulars = { ...particularsOf(one), severity: one.known.flaws[0]!.severity }
        return fail('vulnerable', placeOf(one.software), one.software.locations[0]!.seen, particulars)
      })
    return fails.length > 0 ? verdictOf(fails) : pass(`${cases.length} looked up`)
  },
})
