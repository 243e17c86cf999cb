import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './meta.ts'

const meta = (content: string) => `<meta http-equiv="Content-Security-Policy" content="${content}">`
const html = (body: string, headers = {}) => ({ page: page({ body, headers }) })

testCheck(check, {
  fires: [
    { name: 'in the body', evidence: html(`<body>${meta("default-src 'self'")}`), outcome: 'not_in_head' },
    {
      name: 'after text, which opens the body',
      evidence: html(`<html><head></head>Hello ${meta("default-src 'self'")}`),
      outcome: 'not_in_head',
    },
    {
      name: 'report-only',
      evidence: html(`<head>${meta("default-src 'self'").replace('Policy"', 'Policy-Report-Only"')}`),
      outcome: 'report_only',
    },
    {
      name: 'frame-ancestors',
      evidence: html(`<head>${meta("default-src 'self'; frame-ancestors 'none'")}`),
      outcome: 'protection',
    },
    {
      name: 'frame-ancestors and nothing else',
      evidence: html(`<head>${meta("frame-ancestors 'none'")}`),
      outcome: 'protection',
    },
    { name: 'report-uri', evidence: html(`<head>${meta("default-src 'self'; report-uri /r")}`), outcome: 'reporting' },
  ],
  silent: [
    { name: 'a good one', evidence: html(`<head>${meta("default-src 'self'")}`), verdict: 'pass' },
    {
      name: 'without a head tag, before anything else',
      evidence: html(`${meta("default-src 'self'")}<p>Hi`),
      verdict: 'pass',
    },
    {
      name: 'frame-ancestors stands in the header as well',
      evidence: html(`<head>${meta("frame-ancestors 'none'")}`, {
        'Content-Security-Policy': "frame-ancestors 'none'",
      }),
      verdict: 'pass',
    },
    {
      name: 'header only',
      evidence: html('', { 'Content-Security-Policy': "frame-ancestors 'none'" }),
      verdict: 'skip',
    },
    { name: 'in a comment', evidence: html(`<!-- ${meta("frame-ancestors 'none'")} -->`), verdict: 'skip' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
