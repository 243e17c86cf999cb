import { defineCheck, fail, pass, skip, verdictOf } from '../../check.ts'
import { casesOf, particularsOf, placeOf } from '../../derive/software-place.ts'
import { compareVersions, type Ecosystem } from '../../derive/version-order.ts'

export default defineCheck({
  id: 'software/outdated',
  question: 'Is all software of the newest release of its line?',
  needs: ['scan', 'software', 'known'],
  type: 'information',
  cwe: 1104,
  owasp_2021: ['A06:2021'],
  owasp_2025: ['A03:2025'],
  references: ['https://endoflife.date/'],
  distinct: ['parameter'],
  outcomes: {
    behind: {
      severity: 'info',
      title: 'A newer release is out',
      why: 'Releases of one line bring mends. Whoever is several behind has a long way to go on the day when it matters.',
      fix: 'Update to the newest release of the line.',
      particular: {
        title: '{name} {version} is not the newest of its line',
        fix: 'Update {name} to {latest} or newer.',
      },
    },
  },
  run({ scan, software, known }) {
    const today = new Date(scan.started_at).toISOString().slice(0, 10)
    const cases = casesOf(
      software,
      known,
      ({ precision, packaged }) => precision === 'exact' && packaged === null,
    ).filter(
      ({ known: { lifecycle } }) =>
        lifecycle !== null &&
        lifecycle.latest !== null &&
        lifecycle.end !== true &&
        (lifecycle.end === false || lifecycle.end > today),
    )
    if (cases.length === 0) return skip('of no software that was seen the newest release is known')
    const fails = cases
      // What is vulnerable is told there, with the release that mends it.
      .filter(({ known }) => known.flaws.length === 0)
      .filter(({ software, known }) => {
        const ecosystem = (software.packages[0]?.ecosystem ?? 'generic') as Ecosystem
        return compareVersions(ecosystem, software.version!, known.lifecycle!.latest!) < 0
      })
      .map((one) => {
        const { confidence, software: named, values } = particularsOf(one)
        const particulars = { confidence, software: named, values: { ...values, latest: one.known.lifecycle!.latest } }
        return fail('behind', placeOf(one.software), one.software.locations[0]!.seen, particulars)
      })
    return fails.length > 0 ? verdictOf(fails) : pass(`${cases.length} looked up`)
  },
})
