import { WEB_SHELLS } from '../../../data/web-shells.ts'
import { defineCheck, fail, verdictOf } from '../../check.ts'

export default defineCheck({
  id: 'threat/web-shell-path',
  question: 'Do the places where intruders leave their tools hold none?',
  needs: ['found_files'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  capec: [650],
  references: ['https://attack.mitre.org/techniques/T1505/003/'],
  distinct: ['path'],
  outcomes: {
    found: {
      severity: 'critical',
      title: 'A web shell lies where intruders leave them',
      why: 'Through it an intruder reads and writes files, and runs commands on the server. The server is no longer yours alone.',
      fix: 'Take the server off the network, keep a copy for the inquiry, find the way in, and set everything up anew from clean sources with new passwords and keys.',
    },
  },
  run({ found_files }) {
    return verdictOf(
      found_files.flatMap(({ exchange }) => {
        const known = WEB_SHELLS.find(({ mark }) => mark.test(exchange.response.body))
        return known ? [fail('found', exchange, known.mark.exec(exchange.response.body)![0])] : []
      }),
    )
  },
})
