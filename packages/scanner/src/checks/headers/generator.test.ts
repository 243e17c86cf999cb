import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './generator.ts'

const meta = (...contents: string[]) => ({
  page: page({ body: contents.map((content) => `<meta name="Generator" content="${content}">`).join('') }),
})

testCheck(check, {
  fires: [
    { name: 'WordPress', evidence: meta('WordPress 6.4.2'), outcome: 'version', seen: 'WordPress 6.4.2' },
    {
      name: 'a plugin beside a theme',
      evidence: meta('Divi', 'WooCommerce 8.1.0'),
      outcome: 'version',
      seen: 'WooCommerce 8.1.0',
    },
    { name: 'by header', evidence: { page: page({ headers: { 'X-Generator': 'TYPO3/11.5' } }) }, outcome: 'version' },
    {
      name: 'header and page',
      evidence: { page: page({ headers: { 'X-Generator': 'X 1.2' }, body: '<meta name=generator content="X 1.2">' }) },
      outcome: ['version', 'version'],
    },
  ],
  silent: [
    { name: 'no generator', evidence: { page: page() }, verdict: 'pass' },
    { name: 'only a name', evidence: meta('Joomla! - Open Source Content Management'), verdict: 'pass' },
    {
      name: 'a major number is no release',
      evidence: { page: page({ headers: { 'X-Generator': 'Drupal 10 (https://www.drupal.org)' } }) },
      verdict: 'pass',
    },
    {
      name: 'another meta',
      evidence: { page: page({ body: '<meta name=description content="Generator 1.2">' }) },
      verdict: 'pass',
    },
  ],
})
