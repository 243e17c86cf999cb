import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './new-script-host.ts'

const now = (script_hosts: string[] | null, ...scripts: string[]) => ({
  page: page({ body: `<!doctype html>${scripts.map((src) => `<script src="${src}"></script>`).join('')}` }),
  previous: { script_hosts },
})

testCheck(check, {
  fires: [
    {
      name: 'a new one',
      evidence: now(['a.example'], 'https://a.example/1.js', 'https://b.example/2.js'),
      outcome: 'new',
      seen: 'https://b.example/2.js',
    },
  ],
  silent: [
    { name: 'the same', evidence: now(['a.example'], 'https://a.example/1.js'), verdict: 'pass' },
    {
      name: 'another host of the same site',
      evidence: now(['cdn1.vendor.test'], 'https://cdn2.vendor.test/1.js'),
      verdict: 'pass',
    },
    { name: 'a known service', evidence: now([], 'https://www.googletagmanager.com/gtm.js'), verdict: 'pass' },
    { name: 'the site’s own', evidence: now([], '/a.js', 'https://static.site.test/b.js'), verdict: 'pass' },
    { name: 'the first scan', evidence: now(null, 'https://b.example/2.js'), verdict: 'skip' },
  ],
})
