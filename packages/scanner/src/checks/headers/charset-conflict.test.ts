import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './charset-conflict.ts'

const both = (header: string, meta: string) => ({
  page: page({ headers: { 'Content-Type': `text/html; charset=${header}` }, body: `<!doctype html>${meta}<p>x` }),
})

testCheck(check, {
  fires: [
    { name: 'two encodings', evidence: both('utf-8', '<meta charset="iso-8859-1">'), outcome: 'conflict' },
    {
      name: 'by http-equiv',
      evidence: both('windows-1251', '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'),
      outcome: 'conflict',
    },
  ],
  silent: [
    { name: 'the same', evidence: both('UTF-8', '<meta charset="utf8">'), verdict: 'pass' },
    {
      name: 'two labels of one encoding',
      evidence: both('ISO-8859-1', '<meta charset="windows-1252">'),
      verdict: 'pass',
    },
    { name: 'one only', evidence: both('utf-8', ''), verdict: 'skip' },
  ],
})
