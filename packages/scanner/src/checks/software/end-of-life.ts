import { defineCheck, type Fail, fail, pass, skip, verdictOf } from '../../check.ts'
import { casesOf, particularsOf, placeOf } from '../../derive/software-place.ts'

export default defineCheck({
  id: 'software/end-of-life',
  question: 'Is all software of a line that is still mended?',
  needs: ['scan', 'software', 'known'],
  type: 'vulnerability',
  cwe: 1104,
  owasp_2021: ['A06:2021'],
  owasp_2025: ['A03:2025'],
  capec: [310],
  references: ['https://endoflife.date/', 'https://cwe.mitre.org/data/definitions/1104.html'],
  distinct: ['parameter'],
  outcomes: {
    ended: {
      severity: 'medium',
      title: 'Software is used that is no more mended',
      why: 'Flaws that are found from now on stay open, and everyone can read what they are.',
      fix: 'Move to a line of releases that is still mended.',
      particular: {
        title: '{name} {version} is no more mended',
        why: 'Its makers mend nothing in the line {line} since {end}: flaws that are found from now on stay open, and everyone can read what they are (by {feed} of {date}).',
        fix: 'Move to a line of {name} that is still mended, such as {newest}.',
      },
    },
    ended_and_vulnerable: {
      severity: 'info',
      title: 'Software with known vulnerabilities is no more mended',
      why: 'Its known flaws are listed as a finding of their own. There will be no mended release of this line for the next ones.',
      fix: 'Move to a line of releases that is still mended.',
      particular: {
        title: '{name} {version} is no more mended',
        why: 'Its known flaws are listed as a finding of their own. In the line {line} nothing is mended since {end}, so there will be no release for the next ones (by {feed} of {date}).',
        fix: 'Move to a line of {name} that is still mended, such as {newest}.',
      },
    },
  },
  run({ scan, software, known }) {
    const cases = casesOf(software, known, () => true).filter(({ known }) => known.lifecycle !== null)
    if (cases.length === 0) return skip('of no software that was seen the end of support is known')
    const today = new Date(scan.started_at).toISOString().slice(0, 10)
    const fails = cases.flatMap((one): Fail<'ended' | 'ended_and_vulnerable'>[] => {
      const { line, end, feed } = one.known.lifecycle!
      if (end === false || (end !== true && end > today)) return []
      const given = particularsOf(one)
      const particulars = {
        confidence: given.confidence!,
        software: given.software!,
        values: {
          ...given.values,
          line,
          end: end === true ? null : end,
          newest: one.known.newest && `${one.known.newest.line} (${one.known.newest.latest})`,
          feed: feed.name,
          date: feed.date.slice(0, 10),
        },
      }
      const outcome = one.known.flaws.length > 0 ? 'ended_and_vulnerable' : 'ended'
      return [fail(outcome, placeOf(one.software), one.software.locations[0]!.seen, particulars)]
    })
    return fails.length > 0 ? verdictOf(fails) : pass(`${cases.length} looked up`)
  },
})
