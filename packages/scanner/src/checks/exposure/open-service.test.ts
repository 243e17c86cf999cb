import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './open-service.ts'

testCheck(check, {
  fires: [
    {
      name: 'Elasticsearch',
      evidence: exposures({ '/_cat/indices': 'green  open orders  kq3Zt8Kx1Lw0sPb7VnR2yQ 1 1 31 0 5kb 5kb\n' }),
      outcome: 'elasticsearch',
    },
    {
      name: 'Consul',
      evidence: exposures({ '/v1/agent/self': '{"Config":{"Datacenter":"dc1","NodeName":"n1"},"Member":{}}' }),
      outcome: 'consul',
    },
    {
      name: 'Solr',
      evidence: exposures({
        '/solr/admin/info/system':
          '{\n  "responseHeader":{"status":0},\n  "mode":"std",\n  "lucene":{"solr-spec-version":"8.11.2"}}',
      }),
      outcome: 'solr',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/_cat/indices', '/v1/agent/self'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a log-in',
      evidence: exposures({ '/_cat/indices': { status: 401, body: 'green open orders x 1 1 31 0 5kb 5kb' } }),
      verdict: 'pass',
    },
    {
      name: 'a traffic light',
      evidence: exposures({ '/_cat/indices': 'green means go\nred open door\n' }),
      verdict: 'pass',
    },
    { name: 'another JSON answer', evidence: exposures({ '/v1/agent/self': '{"Config": null}' }), verdict: 'pass' },
  ],
})
