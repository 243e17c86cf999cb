import { testCheck } from '../../../test/check-table.ts'
import { softwareEvidence } from '../../../test/software.ts'
import check from './vulnerable-plugin.ts'

const wordpress = (assets: string) =>
  softwareEvidence({ body: `<meta name="generator" content="WordPress 6.8.3">${assets}` })
const script = (path: string) => `<script src="/wp-content/plugins/${path}"></script>`

testCheck(check, {
  fires: [
    {
      name: 'a file manager that anyone writes with',
      evidence: wordpress(script('wp-file-manager/js/x.js?ver=6.8')),
      outcome: 'vulnerable',
    },
    {
      name: 'two plugins',
      evidence: wordpress(script('litespeed-cache/a.js?ver=6.3') + script('give/a.js?ver=3.14.1')),
      outcome: ['vulnerable', 'vulnerable'],
    },
  ],
  silent: [
    { name: 'the mended release', evidence: wordpress(script('wp-file-manager/js/x.js?ver=6.9')), verdict: 'pass' },
    { name: 'no version', evidence: wordpress(script('wp-file-manager/js/x.js')), verdict: 'skip' },
    { name: 'a plugin of which nothing is known', evidence: wordpress(script('my-own/x.js?ver=1.0')), verdict: 'pass' },
    {
      name: 'the same folder on a site that is no WordPress',
      evidence: softwareEvidence({ body: '<script src="/x.js"></script>' }),
      verdict: 'skip',
    },
  ],
})
