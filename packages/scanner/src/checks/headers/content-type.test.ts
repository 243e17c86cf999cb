import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './content-type.ts'

const typed = (type: string | readonly string[], body = '<!doctype html><p>x') => ({
  page: page({ headers: { 'Content-Type': type }, body }),
})

testCheck(check, {
  fires: [
    { name: 'no type', evidence: typed([]), outcome: 'missing' },
    { name: 'half a type', evidence: typed('html'), outcome: 'invalid', seen: 'html' },
    { name: 'only parameters', evidence: typed('; charset=utf-8'), outcome: 'invalid' },
    { name: 'an empty field', evidence: typed(''), outcome: 'invalid' },
    { name: 'HTML as text', evidence: typed('text/plain; charset=utf-8'), outcome: 'mismatched' },
    { name: 'no charset anywhere', evidence: typed('text/html'), outcome: 'no_charset', seen: 'text/html' },
    { name: 'an empty charset', evidence: typed('text/html; charset='), outcome: 'no_charset' },
    {
      name: 'a charset in a comment',
      evidence: typed('text/html', '<!-- <meta charset=utf-8> --><p>x'),
      outcome: 'no_charset',
    },
  ],
  silent: [
    { name: 'type and charset', evidence: typed('text/html; charset=utf-8'), verdict: 'pass' },
    { name: 'quoted charset', evidence: typed('Text/HTML;Charset="UTF-8"'), verdict: 'pass' },
    { name: 'charset by meta', evidence: typed('text/html', '<!doctype html><meta charset=utf-8>'), verdict: 'pass' },
    {
      name: 'charset by old meta',
      evidence: typed('text/html', '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">'),
      verdict: 'pass',
    },
    { name: 'charset by byte order mark', evidence: typed('text/html', '\uFEFF<p>x'), verdict: 'pass' },
    { name: 'XHTML is UTF-8 by itself', evidence: typed('application/xhtml+xml'), verdict: 'pass' },
    { name: 'real text', evidence: typed('text/plain', 'Hello <b>'), verdict: 'pass' },
    { name: 'JSON', evidence: typed('application/json', '{}'), verdict: 'pass' },
    { name: 'nothing to type', evidence: typed([], ''), verdict: 'skip' },
  ],
})
