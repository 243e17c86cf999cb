import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './service-worker.ts'

testCheck(check, {
  fires: [
    {
      name: 'foreign code',
      evidence: {
        script: script(`importScripts('https://push.other.example/sw.js')`, { url: 'https://site.test/sw.js' }),
      },
      outcome: 'foreign_code',
    },
    {
      name: 'widened',
      evidence: {
        script: script('self.onfetch = f', {
          url: 'https://site.test/uploads/sw.js',
          headers: { 'Service-Worker-Allowed': '/' },
        }),
      },
      outcome: 'widened',
    },
  ],
  silent: [
    {
      name: 'own code',
      evidence: { script: script(`importScripts('/workbox.js')`, { url: 'https://site.test/sw.js' }) },
      verdict: 'pass',
    },
    {
      name: 'its own folder',
      evidence: { script: script('x', { url: 'https://site.test/sw.js', headers: { 'Service-Worker-Allowed': '/' } }) },
      verdict: 'pass',
    },
    { name: 'an ordinary script', evidence: { script: script('x()') }, verdict: 'pass' },
  ],
})
