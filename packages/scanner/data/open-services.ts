import type { Technology } from '../src/derive/technology-signs.ts'

/**
 * Inner services that answer without a log-in, told by what their own interfaces say. Sources: each service's reference of
 * its HTTP interface. Only what a GET shows is asked for.
 */
export interface OpenService {
  /** Stable: part of a finding's fingerprint. */
  id: string
  name: string
  /** From the root of the website. */
  paths: readonly string[]
  /** What its openness gives away: `control` runs code or changes machines, `data` is read and changed, `inside` is read only. */
  reach: 'control' | 'data' | 'inside'
  form: 'text' | 'html'
  /** Where there is some sense in asking. Default: a host that serves no ordinary pages, or names an inner service. */
  only?: readonly Technology[] | 'any'
  /** All must match the body. */
  proof: readonly RegExp[]
}

const json = (
  id: string,
  name: string,
  reach: OpenService['reach'],
  paths: string | readonly string[],
  ...proof: RegExp[]
): OpenService => ({ id, name, paths: [paths].flat(), reach, form: 'text', proof })
const page = (
  id: string,
  name: string,
  reach: OpenService['reach'],
  paths: string | readonly string[],
  ...proof: RegExp[]
): OpenService => ({ id, name, paths: [paths].flat(), reach, form: 'html', proof })

const where = (only: OpenService['only'], service: OpenService): OpenService => ({ ...service, only })

export const OPEN_SERVICES: readonly OpenService[] = [
  // machines and builds
  where(
    'any',
    json('docker', 'Docker', 'control', '/containers/json', /^\s*\[\s*\{\s*"Id"\s*:\s*"[0-9a-f]{64}"/, /"ImageID"\s*:/),
  ),
  json(
    'docker',
    'Docker',
    'control',
    '/info',
    /^\s*\{\s*"ID"\s*:/,
    /"ContainersRunning"\s*:\s*\d/,
    /"DockerRootDir"\s*:/,
  ),
  where(
    'any',
    json(
      'kubernetes',
      'Kubernetes',
      'control',
      ['/api/v1/namespaces', '/api/v1/pods'],
      /"kind"\s*:\s*"(?:Namespace|Pod)List"/,
      /"items"\s*:\s*\[/,
    ),
  ),
  json('kubelet', 'The Kubernetes kubelet', 'control', '/pods', /"kind"\s*:\s*"PodList"/, /"items"\s*:/),
  where(
    'any',
    page(
      'jenkins',
      'Jenkins',
      'control',
      '/script',
      /<title>[^<]{0,100}\[Jenkins\]<\/title>/,
      /Script Console|scriptApproval/,
    ),
  ),
  json(
    'jenkins-jobs',
    'The list of jobs of Jenkins',
    'inside',
    '/api/json',
    /"_class"\s*:\s*"hudson\.model\.Hudson"/,
    /"jobs"\s*:\s*\[/,
  ),
  where(
    'any',
    json(
      'consul',
      'Consul',
      'control',
      '/v1/agent/self',
      /^\s*\{\s*"Config"\s*:\s*\{[\s\S]{0,400}?"Datacenter"\s*:\s*"[^"]{1,100}"/,
    ),
  ),
  json('etcd', 'etcd', 'data', '/v2/keys', /^\s*\{\s*"action"\s*:\s*"get"\s*,\s*"node"\s*:\s*\{/),
  json('nomad', 'Nomad', 'control', '/v1/jobs', /^\s*\[\s*\{[\s\S]{0,2000}?"JobSummary"\s*:/, /"JobModifyIndex"\s*:/),
  where('any', json('registry', 'A Docker registry', 'data', '/v2/_catalog', /^\s*\{\s*"repositories"\s*:\s*\[/)),
  json(
    'hadoop',
    'Hadoop YARN',
    'control',
    '/ws/v1/cluster/info',
    /"clusterInfo"\s*:\s*\{/,
    /"resourceManagerVersion"\s*:/,
  ),
  json(
    'spark',
    'Spark',
    'inside',
    '/api/v1/applications',
    /^\s*\[\s*\{\s*"id"\s*:\s*"(?:app|local)-[\w-]{1,60}"/,
    /"sparkUser"\s*:/,
  ),
  json('flink', 'Flink', 'control', '/jobs/overview', /^\s*\{\s*"jobs"\s*:\s*\[/),
  json('airflow', 'Airflow', 'control', '/api/v1/dags', /^\s*\{\s*"dags"\s*:\s*\[/, /"total_entries"\s*:/),
  json(
    'jupyter',
    'Jupyter',
    'control',
    '/api/kernels',
    /^\s*\[\s*\{\s*"id"\s*:\s*"[0-9a-f-]{36}"[\s\S]{0,400}?"execution_state"\s*:/,
  ),
  json(
    'jupyter',
    'Jupyter',
    'control',
    '/api/contents',
    /"type"\s*:\s*"directory"/,
    /"last_modified"\s*:/,
    /"content"\s*:\s*\[/,
  ),
  json(
    'selenium',
    'Selenium Grid',
    'control',
    ['/wd/hub/status', '/status'],
    /"ready"\s*:\s*true/,
    /Selenium Grid ready|"nodes"\s*:\s*\[/,
  ),
  json(
    'portainer',
    'Portainer before its administrator was made',
    'control',
    '/api/users/admin/check',
    /^\s*\{\s*"message"\s*:\s*"No administrator account found/,
  ),
  where(
    ['java'],
    json(
      'nacos',
      'Nacos',
      'data',
      '/nacos/v1/cs/configs?dataId=&group=&appName=&config_tags=&pageNo=1&pageSize=1&tenant=&search=accurate',
      /"pagesAvailable"\s*:/,
      /"pageItems"\s*:\s*\[/,
    ),
  ),
  json('apisix', 'APISIX', 'control', '/apisix/admin/routes', /"(?:node|list)"\s*:\s*[[{]/, /\/apisix\/routes/),
  json(
    'kong',
    'Kong’s administration',
    'control',
    '/services',
    /^\s*\{[\s\S]{0,20000}?"data"\s*:\s*\[/,
    /"connect_timeout"\s*:\s*\d/,
    /"retries"\s*:\s*\d/,
  ),
  where(
    'any',
    json('traefik', 'Traefik', 'inside', '/api/rawdata', /^\s*\{\s*"routers"\s*:\s*\{/, /"services"\s*:\s*\{/),
  ),
  json('envoy', 'Envoy’s administration', 'control', '/config_dump', /type\.googleapis\.com\/envoy\.admin\./),
  json(
    'vault',
    'Vault before it was initialised',
    'control',
    '/v1/sys/init',
    /^\s*\{\s*"initialized"\s*:\s*false\s*\}/,
  ),
  // data
  where(
    'any',
    json(
      'elasticsearch',
      'Elasticsearch',
      'data',
      '/_cat/indices',
      /^(?:green|yellow|red)\s+(?:open|close)\s+\S{1,200}\s+\S+\s+\d+\s+\d+/m,
    ),
  ),
  json(
    'opensearch',
    'Elasticsearch',
    'data',
    '/_cluster/health',
    /"cluster_name"\s*:/,
    /"number_of_data_nodes"\s*:\s*\d/,
    /"active_shards"\s*:/,
  ),
  where(
    'any',
    json(
      'solr',
      'Solr',
      'control',
      '/solr/admin/info/system?wt=json',
      /"solr-spec-version"\s*:\s*"[^"]{1,40}"/,
      /^\s*\{\s*"responseHeader"/,
    ),
  ),
  where(
    'any',
    json('couchdb', 'CouchDB', 'data', '/_all_dbs', /^\s*\[\s*"_(?:replicator|users|global_changes)"|"_users"\s*[,\]]/),
  ),
  json(
    'influxdb',
    'InfluxDB',
    'data',
    '/query?q=SHOW%20DATABASES',
    /^\s*\{\s*"results"\s*:\s*\[\s*\{/,
    /"name"\s*:\s*"databases"/,
  ),
  json(
    'clickhouse',
    'ClickHouse',
    'data',
    '/?query=SELECT%20version()%7C%7C%27-lasthash%27',
    /^\d+\.\d+(?:\.\d+)*-lasthash\s*$/,
  ),
  json('qdrant', 'Qdrant', 'data', '/collections', /^\s*\{\s*"result"\s*:\s*\{\s*"collections"\s*:\s*\[/),
  json('weaviate', 'Weaviate', 'data', '/v1/schema', /^\s*\{\s*"classes"\s*:\s*\[\s*\{\s*"class"\s*:/),
  json(
    'meilisearch',
    'Meilisearch',
    'data',
    '/indexes',
    /^\s*\{\s*"results"\s*:\s*\[\s*\{\s*"uid"\s*:[\s\S]{0,300}?"primaryKey"\s*:/,
  ),
  where(
    'any',
    page(
      'mongo-express',
      'Mongo Express',
      'data',
      ['/mongo-express/', '/'],
      /<title>[^<]{0,60}Mongo Express<\/title>/,
      /Mongo Express/,
    ),
  ),
  where(
    'any',
    page(
      'redis-commander',
      'Redis Commander',
      'data',
      ['/redis-commander/', '/'],
      /<title>Redis Commander[^<]{0,60}<\/title>/,
      /id="keyTree"|redisCommander/i,
    ),
  ),
  json(
    'redis-insight',
    'RedisInsight',
    'data',
    '/api/databases',
    /^\s*\[\s*\{\s*"id"\s*:[\s\S]{0,400}?"connectionType"\s*:/,
  ),
  where('any', json('hasura', 'Hasura', 'data', '/v1alpha1/config', /"is_admin_secret_set"\s*:\s*false/)),
  json(
    'firebase',
    'A Firebase database',
    'data',
    '/.json?shallow=true',
    /^\s*\{\s*"[^"]{1,200}"\s*:\s*(?:true|"[^"]*"|-?\d)/,
  ),
  json(
    'ollama',
    'Ollama',
    'control',
    '/api/tags',
    /^\s*\{\s*"models"\s*:\s*\[\s*\{\s*"name"\s*:[\s\S]{0,400}?"digest"\s*:\s*"[0-9a-f]{64}"/,
  ),
  // watching
  where(
    'any',
    json(
      'kibana',
      'Kibana',
      'data',
      ['/api/status', '/kibana/api/status', '/app/kibana'],
      /^\s*\{\s*"name"\s*:/,
      /"version"\s*:\s*\{\s*"number"\s*:/,
      /"build_hash"\s*:/,
    ),
  ),
  where(
    'any',
    json(
      'grafana',
      'Grafana without a log-in',
      'inside',
      ['/api/org', '/grafana/api/org'],
      /^\s*\{\s*"id"\s*:\s*\d+\s*,\s*"name"\s*:\s*"[^"]{1,100}"\s*,\s*"address"\s*:\s*\{\s*"address1"/,
    ),
  ),
  where(
    'any',
    json(
      'prometheus',
      'Prometheus',
      'inside',
      ['/api/v1/status/config', '/prometheus/api/v1/status/config'],
      /^\s*\{\s*"status"\s*:\s*"success"\s*,\s*"data"\s*:\s*\{\s*"yaml"\s*:/,
    ),
  ),
  json(
    'alertmanager',
    'Alertmanager',
    'inside',
    '/api/v2/status',
    /"cluster"\s*:\s*\{/,
    /"config"\s*:\s*\{\s*"original"\s*:/,
  ),
  json('netdata', 'Netdata', 'inside', '/api/v1/info', /"mirrored_hosts"\s*:\s*\[/, /"cores_total"\s*:/),
  json(
    'jaeger',
    'Jaeger',
    'inside',
    '/api/services',
    /^\s*\{\s*"data"\s*:\s*\[[^\]]{0,4000}\]\s*,\s*"total"\s*:\s*\d+\s*,\s*"limit"\s*:/,
  ),
  json('zipkin', 'Zipkin', 'inside', '/zipkin/config.json', /"defaultLookback"\s*:/, /"queryLimit"\s*:/),
  json('logstash', 'Logstash', 'inside', '/_node/stats', /"logstash"|"pipelines"\s*:\s*\{/, /"http_address"\s*:/),
  where(
    'any',
    json(
      'rabbitmq',
      'RabbitMQ’s management',
      'control',
      '/api/overview',
      /"rabbitmq_version"\s*:/,
      /"management_version"\s*:/,
    ),
  ),
  where(
    ['java'],
    json(
      'activemq',
      'Jolokia',
      'control',
      ['/jolokia/', '/api/jolokia/version'],
      /"agent"\s*:\s*"\d/,
      /"protocol"\s*:\s*"\d/,
      /"request"\s*:\s*\{\s*"type"\s*:\s*"version"/,
    ),
  ),
  where(
    'any',
    page(
      'haproxy',
      'The statistics of HAProxy',
      'inside',
      ['/haproxy?stats', '/haproxy-status', '/stats'],
      /<title>Statistics Report for HAProxy/,
      /HAProxy version \d/,
    ),
  ),
  page(
    'supervisor',
    'Supervisor',
    'control',
    ['/supervisor/', '/'],
    /<title>Supervisor Status<\/title>/,
    /index\.html\?action=(?:refresh|restartall)/,
  ),
  page(
    'goaccess',
    'GoAccess',
    'inside',
    ['/report.html', '/goaccess.html'],
    /<title>Server[^<]{0,40}Statistics<\/title>/,
    /GoAccess/,
  ),
  where(
    'any',
    page(
      'awstats',
      'AWStats',
      'inside',
      ['/awstats/awstats.pl', '/cgi-bin/awstats.pl'],
      /<title>Statistics for [^<]{1,200}<\/title>/,
      /AWStats/i,
    ),
  ),
  page(
    'webalizer',
    'Webalizer',
    'inside',
    ['/webalizer/', '/usage/'],
    /<title>Usage (?:summary|Statistics) for/i,
    /Webalizer/,
  ),
  page('munin', 'Munin', 'inside', ['/munin/'], /<title>Munin ::/, /class="?(?:overview|content)/i),
  page(
    'cadvisor',
    'cAdvisor',
    'inside',
    '/containers/',
    /<title>cAdvisor - /,
    /Isolation|Subcontainers|Docker Containers/,
  ),
  where(
    ['java'],
    page('hystrix', 'The dashboard of Hystrix', 'inside', '/hystrix', /<title>Hystrix Dashboard<\/title>/),
  ),
  where(
    ['ruby'],
    page(
      'sidekiq',
      'Sidekiq',
      'control',
      '/sidekiq',
      /<title>(?:\[[^\]]{1,20}\] )?Sidekiq<\/title>/,
      /class="(?:navbar|summary)/,
    ),
  ),
  where(
    ['php'],
    page(
      'horizon',
      'Laravel Horizon',
      'inside',
      '/horizon',
      /<title>Horizon(?: - [^<]{1,200})?<\/title>/,
      /window\.Horizon\s*=/,
    ),
  ),
  where(
    ['dotnet'],
    page(
      'hangfire',
      'Hangfire',
      'control',
      '/hangfire',
      /<title>(?:Overview|Dashboard) (?:–|&ndash;|-) Hangfire[^<]{0,60}<\/title>/,
      /hangfire/i,
    ),
  ),
  where(
    ['dotnet'],
    page(
      'miniprofiler',
      'MiniProfiler',
      'inside',
      '/mini-profiler-resources/results-index',
      /<title>List of profiling sessions<\/title>/,
    ),
  ),
  where(['python'], page('silk', 'Django Silk', 'inside', '/silk/', /<title>Silky? - (?:Summary|Requests)/)),
  where(
    ['python'],
    page(
      'werkzeug',
      'The console of Werkzeug',
      'control',
      '/console',
      /\bEVALEX = true\b/,
      /Interactive Console|Werkzeug/,
    ),
  ),
  where(
    ['java'],
    page(
      'h2',
      'The console of H2',
      'control',
      ['/h2-console/', '/h2-console'],
      /<title>H2 Console<\/title>/,
      /login\.jsp\?jsessionid=|h2-console/,
    ),
  ),
  where(
    ['java'],
    page('druid', 'The monitor of Druid', 'inside', '/druid/index.html', /<title>Druid Stat Index<\/title>/),
  ),
  page('mailhog', 'MailHog', 'inside', ['/mailhog/', '/'], /<title>MailHog<\/title>/),
  where(
    ['ruby'],
    page('letter-opener', 'Letter Opener', 'inside', '/letter_opener', /<title>LetterOpenerWeb<\/title>/),
  ),
  where(
    ['ruby'],
    page(
      'rails-mailers',
      'The mail previews of Rails',
      'inside',
      '/rails/mailers',
      /<title>(?:Action Mailer Previews|Mailer Previews)<\/title>/,
    ),
  ),
]

/** Firebase hangs on the host: only its own hosts answer at that path. */
export const FIREBASE_HOST = /\.(?:firebaseio\.com|firebasedatabase\.app)$/
