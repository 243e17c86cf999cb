import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './reflected-parameter.ts'

const at = (query: string, body: string, headers: Record<string, string> = {}) => ({
  page: page({ url: `https://site.test/p?${query}`, headers, body: `<!doctype html>${body}` }),
})

testCheck(check, {
  fires: [
    { name: 'in a handler', evidence: at('id=abc123', `<a onclick="show('abc123')">x</a>`), outcome: 'handler' },
    {
      name: 'in a cookie',
      evidence: at('partner=acme42', '<p>x', { 'Set-Cookie': 'ref=acme42; Path=/' }),
      outcome: 'cookie',
    },
    {
      name: 'as the encoding',
      evidence: at('enc=shift_jis', '<p>x', { 'Content-Type': 'text/html; charset=shift_jis' }),
      outcome: 'charset',
    },
    {
      name: 'as a frame',
      evidence: at('doc=https://docs.example/a', '<iframe src="https://docs.example/a"></iframe>'),
      outcome: 'address',
    },
    { name: 'in a field', evidence: at('q=garden+gnome', '<input name=q value="garden gnome">'), outcome: 'attribute' },
  ],
  silent: [
    { name: 'in the text', evidence: at('q=garden', '<p>Results for garden</p>'), verdict: 'pass' },
    {
      name: 'a word of every page',
      evidence: at('view=list', '<div onclick="list()"><input value="list">'),
      verdict: 'skip',
    },
    { name: 'a short value', evidence: at('p=2', '<input value="2">'), verdict: 'skip' },
    { name: 'no parameter', evidence: { page: page({ body: '<input value="x">' }) }, verdict: 'skip' },
    {
      name: 'a file',
      evidence: {
        page: page({
          url: 'https://site.test/a?name=report',
          headers: { 'Content-Type': 'text/plain' },
          body: 'report',
        }),
      },
      verdict: 'skip',
    },
  ],
})
