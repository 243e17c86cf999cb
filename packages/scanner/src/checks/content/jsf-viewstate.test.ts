import { gzipSync } from 'node:zlib'
import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './jsf-viewstate.ts'

const state = (value: string, name = 'javax.faces.ViewState') => ({
  page: page({ body: `<form method=post><input type=hidden name="${name}" value="${value}"></form>` }),
})
const JAVA = Buffer.from('aced0005757200135b4c6a6176612e6c616e672e4f626a6563743b', 'hex')

testCheck(check, {
  fires: [
    { name: 'plain', evidence: state(JAVA.toString('base64')), outcome: 'plain' },
    { name: 'packed', evidence: state(gzipSync(JAVA).toString('base64'), 'jakarta.faces.ViewState'), outcome: 'plain' },
  ],
  silent: [
    { name: 'kept on the server', evidence: state('-8321489234:2348923489'), verdict: 'pass' },
    {
      name: 'encrypted',
      evidence: state(Buffer.from('9f3c1a77e2b0448812aa', 'hex').toString('base64')),
      verdict: 'pass',
    },
    { name: 'gzip in name only', evidence: state(Buffer.from('1f8b0000', 'hex').toString('base64')), verdict: 'pass' },
    { name: 'no state', evidence: { page: page({ body: '<form>' }) }, verdict: 'skip' },
  ],
})
