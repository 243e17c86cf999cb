import { defineCheck, fail, pass, skip } from '../../check.ts'
import { readViewState } from '../../derive/viewstate.ts'
import { vectors } from '../../vectors.ts'

const LEAST_MAC = 16 // bytes: a truncated MD5, the shortest that was ever offered

export default defineCheck({
  id: 'content/viewstate',
  question: 'Is the ViewState of ASP.NET pages protected?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 642,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [586],
  references: ['https://learn.microsoft.com/en-us/previous-versions/aspnet/bb386448(v=vs.100)'],
  outcomes: {
    without_mac: {
      severity: 'high',
      cvss: vectors.control,
      title: 'The ViewState is not signed',
      why: 'The stream was read to its last byte, and no signature follows. The server unpacks what visitors send back, so a crafted state can run code on it.',
      fix: 'Switch enableViewStateMac on again, and install the updates of .NET, which no longer allow it to be off.',
      settings: { iis: '<pages enableViewStateMac="true" viewStateEncryptionMode="Always" />' },
    },
    readable: {
      severity: 'info',
      title: 'The ViewState can be read by anyone',
      why: 'It is signed and not encrypted. Whatever pages keep in it, visitors can read.',
      fix: 'Keep secrets out of it, or set viewStateEncryptionMode to Always.',
      settings: { iis: '<pages viewStateEncryptionMode="Always" />' },
    },
  },
  run({ page, html }) {
    const value = html.inputs.find(({ name }) => name === '__VIEWSTATE')?.value
    const state = value ? readViewState(value) : null
    if (!value || !state) return skip('the page has no ViewState')
    const seen = value.slice(0, 60)
    if (!state.readable) return pass(seen)
    return fail(state.trailing !== null && state.trailing < LEAST_MAC ? 'without_mac' : 'readable', page.url, seen)
  },
})
