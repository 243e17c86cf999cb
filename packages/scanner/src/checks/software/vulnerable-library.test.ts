import { testCheck } from '../../../test/check-table.ts'
import { softwareEvidence } from '../../../test/software.ts'
import check from './vulnerable-library.ts'

const page = (body: string, scripts: Record<string, string> = {}) => softwareEvidence({ body }, scripts)
const JQUERY = 'https://site.test/js/app.js'

testCheck(check, {
  fires: [
    {
      name: 'an old jQuery, by the banner of a bundle',
      evidence: page('<p>', { [JQUERY]: '/*! jQuery v1.8.3 | (c) */' }),
      outcome: 'vulnerable',
      seen: '/*! jQuery v1.8.3 |',
    },
    {
      name: 'by the address at a CDN',
      evidence: page('<script src="https://cdnjs.cloudflare.com/ajax/libs/lodash.js/4.17.4/lodash.min.js"></script>'),
      outcome: 'vulnerable',
    },
    {
      name: 'a whole line that is no more mended',
      evidence: page('<script src="https://cdn.jsdelivr.net/npm/bootstrap@2/dist/js/bootstrap.min.js"></script>'),
      outcome: 'vulnerable',
    },
    {
      name: 'two libraries are two causes',
      evidence: page('<script src="/jquery-3.4.1.min.js"></script>', {
        [JQUERY]: '//! moment.js\n//! version : 2.18.1\n',
      }),
      outcome: ['vulnerable', 'vulnerable'],
    },
    {
      name: 'Next.js with React2Shell',
      evidence: page('<p>', { [JQUERY]: 'window.next={version:"15.1.0",appDir:!0}' }),
      outcome: 'vulnerable',
    },
  ],
  silent: [
    { name: 'the newest jQuery', evidence: page('<script src="/jquery-3.7.1.min.js"></script>'), verdict: 'pass' },
    {
      name: 'the first release in which it is mended',
      evidence: page('<script src="/jquery-3.5.0.min.js"></script>'),
      verdict: 'pass',
    },
    {
      name: 'a library without a version',
      evidence: page('<script src="/js/jquery.min.js"></script>'),
      verdict: 'skip',
    },
    {
      name: 'a line of which the newest release is mended',
      evidence: page('<script src="https://cdn.jsdelivr.net/npm/jquery@3/dist/jquery.min.js"></script>'),
      verdict: 'pass',
    },
    {
      name: 'a library of which nothing is known',
      evidence: page('<script src="https://unpkg.com/left-pad@1.3.0/index.js"></script>'),
      verdict: 'pass',
    },
    { name: 'no library', evidence: page('<p>jQuery v1.8.3 is old</p>'), verdict: 'skip' },
    {
      name: 'old server software is another question',
      evidence: softwareEvidence({ headers: { Server: 'nginx/1.0.0' } }),
      verdict: 'skip',
    },
  ],
})
