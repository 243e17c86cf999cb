import { defineCheck, skip, verdictOf } from '../../check.ts'
import { casesOf, vulnerable } from '../../derive/software-place.ts'

const KINDS = new Set<string>(['web-server', 'language', 'framework', 'security', 'cache'])

export default defineCheck({
  id: 'software/vulnerable-server',
  question: 'Are server, language and framework free of known flaws?',
  needs: ['software', 'known'],
  type: 'vulnerability',
  cwe: 1395,
  owasp_2021: ['A06:2021'],
  owasp_2025: ['A03:2025'],
  capec: [310],
  references: ['https://owasp.org/Top10/A06_2021-Vulnerable_and_Outdated_Components/'],
  distinct: ['parameter'],
  outcomes: {
    vulnerable: {
      severity: 'high',
      title: 'A server, language or framework has known vulnerabilities',
      why: 'Whoever reads the version looks up what is known of it, and tries that first.',
      fix: 'Update it to a release in which they are mended.',
      particular: { title: '{name} {version} has known vulnerabilities', fix: 'Update {name} to {fixed} or newer.' },
    },
  },
  run({ software, known }) {
    const cases = casesOf(software, known, ({ category }) => KINDS.has(category))
    if (cases.length === 0) return skip('no server software with a version was seen')
    return verdictOf(vulnerable(cases), `${cases.length} looked up`)
  },
})
