import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './kubeconfig.ts'

const CONFIG = (user: string) =>
  `apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    server: https://k8s.site.test:6443\n  name: a\nusers:\n- name: admin\n  user:\n    ${user}\n`

testCheck(check, {
  fires: [
    {
      name: 'a client key',
      evidence: exposures({ '/.kube/config': CONFIG('client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVk=') }),
      outcome: 'credentials',
      seen: 'client-key-data',
    },
    {
      name: 'a token',
      evidence: exposures({ '/.kube/config': CONFIG('token: eyJhbGciOiJSUzI1NiIsImtpZCI6') }),
      outcome: 'credentials',
      seen: 'token',
    },
    {
      name: 'a log-in by a program',
      evidence: exposures({ '/.kube/config': CONFIG('exec:\n      command: aws') }),
      outcome: 'cluster',
      seen: 'server: https://k8s.site.test:6443',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.kube/config'], SPA), verdict: 'pass' },
    {
      name: 'another resource',
      evidence: exposures({
        '/.kube/config': 'apiVersion: v1\nkind: ConfigMap\ndata:\n  token: eyJhbGciOiJSUzI1NiIsImtpZCI6\n',
      }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/.kube/config': { type: 'text/html', body: `<html>${CONFIG('token: eyJhbGciOiJSUzI1NiIsImtpZCI6')}` },
      }),
      verdict: 'pass',
    },
    {
      name: 'forbidden',
      evidence: exposures({ '/.kube/config': { status: 403, body: CONFIG('token: eyJhbGciOiJSUzI1NiIsImtpZCI6') } }),
      verdict: 'pass',
    },
  ],
})
