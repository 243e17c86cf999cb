import type { Severity } from '../../check.ts'
import { defineCheck, skip, verdictOf } from '../../check.ts'
import { casesOf, vulnerable } from '../../derive/software-place.ts'

const KINDS = new Set(['javascript-library', 'javascript-framework'])
/** What runs in a visitor's browser gives away the visitor at worst, not the server: whatever a feed says of its use there. */
const MOST: Severity = 'high'
/** These run on the server as well, and their worst flaws are there. */
const ON_SERVERS = new Set(['nextjs', 'nuxt', 'sveltekit', 'remix', 'astro'])

export default defineCheck({
  id: 'software/vulnerable-library',
  question: 'Are the JavaScript libraries of the pages free of known flaws?',
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
      severity: 'medium',
      title: 'A JavaScript library has known vulnerabilities',
      why: 'What is known of a library is known to attackers, too, who need only a page that uses it in the way that is described.',
      fix: 'Update the library to a release in which they are mended, or take it out.',
      particular: {
        title: '{name} {version} has known vulnerabilities',
        fix: 'Update {name} to {fixed} or newer, or take it out.',
      },
    },
  },
  run({ software, known }) {
    const cases = casesOf(software, known, ({ category }) => KINDS.has(category))
    if (cases.length === 0) return skip('no JavaScript library with a version was seen')
    const fails = vulnerable(cases, ({ software: { key } }, worst) =>
      worst === 'critical' && !ON_SERVERS.has(key) ? MOST : worst,
    )
    return verdictOf(fails, `${cases.length} libraries`)
  },
})
