import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './open-service.ts'

const json = (value: object) => ({ type: 'application/json', body: JSON.stringify(value) })
const html = (body: string) => ({ type: 'text/html', body: `<!doctype html><html><head>${body}</html>` })
const INDICES = 'green  open orders  kq3Zt8Kx1Lw0sPb7VnR2yQ 1 1 31 0 5kb 5kb\n'

testCheck(check, {
  fires: [
    {
      name: 'Elasticsearch',
      evidence: exposures({ '/_cat/indices': INDICES }),
      outcome: 'data',
      seen: 'Elasticsearch',
    },
    {
      name: 'Consul',
      evidence: exposures({ '/v1/agent/self': '{"Config":{"Datacenter":"dc1","NodeName":"n1"},"Member":{}}' }),
      outcome: 'control',
    },
    {
      name: 'Solr',
      evidence: exposures({
        '/solr/admin/info/system?wt=json':
          '{\n  "responseHeader":{"status":0},\n  "mode":"std",\n  "lucene":{"solr-spec-version":"8.11.2"}}',
      }),
      outcome: 'control',
    },
    {
      name: 'Docker, at two places',
      evidence: exposures({
        '/containers/json': json([{ Id: 'a'.repeat(64), Names: ['/x'], ImageID: 'sha256:1' }]),
        '/info': json({ ID: 'X', Containers: 1, ContainersRunning: 1, DockerRootDir: '/var/lib/docker' }),
      }),
      outcome: 'control',
      seen: 'Docker',
    },
    {
      name: 'Kubernetes',
      evidence: exposures({ '/api/v1/namespaces': json({ kind: 'NamespaceList', apiVersion: 'v1', items: [] }) }),
      outcome: 'control',
    },
    {
      name: 'Prometheus',
      evidence: exposures({ '/api/v1/status/config': json({ status: 'success', data: { yaml: 'global:' } }) }),
      outcome: 'inside',
    },
    {
      name: 'the console of Jenkins',
      evidence: exposures({ '/script': html('<title>Script Console [Jenkins]</title><h1>Script Console</h1>') }),
      outcome: 'control',
    },
    {
      name: 'Grafana',
      evidence: exposures({ '/api/org': json({ id: 1, name: 'Main Org.', address: { address1: '' } }) }),
      outcome: 'inside',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/_cat/indices', '/v1/agent/self', '/script'], SPA),
      verdict: 'pass',
    },
    { name: 'a log-in', evidence: exposures({ '/_cat/indices': { status: 401, body: INDICES } }), verdict: 'pass' },
    {
      name: 'a traffic light',
      evidence: exposures({ '/_cat/indices': 'green means go\nred open door\n' }),
      verdict: 'pass',
    },
    { name: 'another JSON answer', evidence: exposures({ '/v1/agent/self': '{"Config": null}' }), verdict: 'pass' },
    {
      name: 'a list of something else',
      evidence: exposures({ '/containers/json': json([{ Id: 7, Name: 'box' }]) }),
      verdict: 'pass',
    },
    {
      name: 'an organisation of somebody else’s API',
      evidence: exposures({ '/api/org': json({ id: 1, name: 'Acme' }) }),
      verdict: 'pass',
    },
    {
      name: 'Kubernetes says no',
      evidence: exposures({ '/api/v1/namespaces': json({ kind: 'Status', status: 'Failure', code: 403 }) }),
      verdict: 'pass',
    },
  ],
})
