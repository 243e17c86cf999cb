import { testCheck } from '../../../test/check-table.ts'
import { softwareEvidence } from '../../../test/software.ts'
import check from './vulnerable-cms.ts'

const generator = (value: string) => softwareEvidence({ body: `<meta name="generator" content="${value}">` })

testCheck(check, {
  fires: [
    {
      name: 'an old WordPress',
      evidence: generator('WordPress 5.8.0'),
      outcome: 'vulnerable',
      seen: 'WordPress 5.8.0',
    },
    {
      name: 'phpMyAdmin',
      evidence: softwareEvidence({ body: '<title>phpMyAdmin 4.8.1</title>' }),
      outcome: 'vulnerable',
    },
    {
      name: 'Jenkins by its field',
      evidence: softwareEvidence({ headers: { 'X-Jenkins': '2.401.1' } }),
      outcome: 'vulnerable',
    },
  ],
  silent: [
    { name: 'a WordPress of an older line that was mended', evidence: generator('WordPress 6.1.9'), verdict: 'pass' },
    { name: 'WordPress without a version', evidence: generator('WordPress'), verdict: 'skip' },
    {
      name: 'Drupal, of which the page tells the line only',
      evidence: generator('Drupal 10 (https://www.drupal.org)'),
      verdict: 'pass',
    },
    { name: 'no such software', evidence: generator('Hand-made 1.0'), verdict: 'skip' },
  ],
})
