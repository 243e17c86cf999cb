import { defineCheck, fail, verdictOf } from '../../check.ts'

/** Fields in which proxies name the machine behind them, lower case. */
const FIELDS = new Set([
  'x-backend-server',
  'x-backend',
  'x-backend-host',
  'x-upstream',
  'x-upstream-addr',
  'x-server-name',
  'x-host-name',
  'x-node-name',
  'x-pod-name',
  'x-instance-id',
])

export default defineCheck({
  id: 'headers/backend-server',
  question: 'Do the headers keep the names of the machines behind to themselves?',
  needs: ['page'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/497.html'],
  distinct: ['parameter'],
  outcomes: {
    named: {
      severity: 'info',
      title: 'A header names the machine behind the proxy',
      why: 'Names tell how the network is laid out, which helps to aim a request that the server makes on an attacker’s behalf.',
      fix: 'Take the header out at the outermost server.',
      settings: { nginx: 'proxy_hide_header X-Backend-Server;', apache: 'Header always unset X-Backend-Server' },
    },
  },
  run({ page }) {
    return verdictOf(
      page.headers.flatMap(([name, value]) =>
        FIELDS.has(name.toLowerCase()) && value.trim() !== ''
          ? [fail('named', { url: page.url, parameter: name.toLowerCase() }, `${name}: ${value}`)]
          : [],
      ),
    )
  },
})
