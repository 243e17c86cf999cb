import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Config, readConfig } from './config.ts'
import { StartError } from './start-error.ts'

test('with no settings at all: what README.md says', () => {
  assert.deepEqual(readConfig({}), {
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:8080',
    databaseUrl: undefined,
    dataFolder: './.lasthash',
    apiKey: undefined,
    secret: undefined,
    allowPrivate: false,
    role: 'all',
    workerConcurrency: 10,
    dnsServers: [],
    rdapBootstrap: undefined,
    trustedProxies: [],
    metricsToken: undefined,
    smtpUrl: undefined,
    mailFrom: undefined,
    bounceAddress: undefined,
    logLevel: 'info',
    oidc: undefined,
    s3: undefined,
    storage: 'database',
    feedUpdates: true,
    feedSettings: {},
  } satisfies Config)
})

const GOOD: [Record<string, string>, Partial<Config>][] = [
  [{ PORT: ' 443 ' }, { port: 443 }],
  [{ PORT: '' }, { port: 8080 }],
  [{ HOST: '0.0.0.0', PORT: '80' }, { publicUrl: 'http://127.0.0.1:80' }],
  [{ HOST: '::' }, { publicUrl: 'http://127.0.0.1:8080' }],
  [{ HOST: '::1' }, { publicUrl: 'http://[::1]:8080' }],
  [{ PUBLIC_URL: 'https://scan.example.com//' }, { publicUrl: 'https://scan.example.com' }],
  [
    { DATABASE_URL: 'postgresql://u:p@db.example/lasthash?sslmode=require' },
    { databaseUrl: 'postgresql://u:p@db.example/lasthash?sslmode=require' },
  ],
  [
    { DATABASE_URL: 'postgres:///lasthash?host=/run/postgresql' },
    { databaseUrl: 'postgres:///lasthash?host=/run/postgresql' },
  ],
  [{ LASTHASH_FEED_UPDATES: 'off' }, { feedUpdates: false }],
  [{ LASTHASH_FEED_MIRROR: 'https://m.example' }, { feedSettings: { LASTHASH_FEED_MIRROR: 'https://m.example' } }],
  [{ LASTHASH_API_KEY: 'twenty-characters-20' }, { apiKey: 'twenty-characters-20' }],
  [{ LASTHASH_ALLOW_PRIVATE_TARGETS: 'true' }, { allowPrivate: true }],
  [{ LASTHASH_ALLOW_PRIVATE_TARGETS: '0' }, { allowPrivate: false }],
  [
    { LASTHASH_DNS_SERVERS: '9.9.9.9, 127.0.0.1:5353,[::1]:53,2620:fe::fe' },
    { dnsServers: ['9.9.9.9', '127.0.0.1:5353', '[::1]:53', '2620:fe::fe'] },
  ],
  [
    { TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1,2001:db8::1' },
    { trustedProxies: ['10.0.0.0/8', '192.0.2.1/32', '2001:db8::1/128'] },
  ],
]

for (const [env, expected] of GOOD) {
  test(`${JSON.stringify(env)} is understood`, () => {
    const config = readConfig(env)
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(config[name as keyof Config], value)
  })
}

const BAD: [Record<string, string>, string][] = [
  [{ PORT: '65536' }, 'PORT is “65536”: it takes a whole number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT is “-1”: it takes a whole number from 0 to 65535.'],
  [{ PORT: '8e3' }, 'PORT is “8e3”: it takes a whole number from 0 to 65535.'],
  [{ PORT: '0x50' }, 'PORT is “0x50”: it takes a whole number from 0 to 65535.'],
  [
    { PUBLIC_URL: 'scan.example.com' },
    'PUBLIC_URL is “scan.example.com”: it takes a URL such as https://lasthash.example.com.',
  ],
  [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL is “ftp://x”: it takes a URL such as https://lasthash.example.com.'],
  [{ LASTHASH_ROLE: 'Worker' }, 'LASTHASH_ROLE is “Worker”: it takes one of all, api, worker.'],
  [{ LASTHASH_LOG_LEVEL: 'verbose' }, 'LASTHASH_LOG_LEVEL is “verbose”: it takes one of debug, info, warn, error.'],
  [{ LASTHASH_ALLOW_PRIVATE_TARGETS: 'yes' }, 'LASTHASH_ALLOW_PRIVATE_TARGETS is “yes”: it takes 1 or 0.'],
  [{ LASTHASH_WORKER_CONCURRENCY: '0' }, 'LASTHASH_WORKER_CONCURRENCY is “0”: it takes a whole number from 1 to 1000.'],
  [
    { LASTHASH_DNS_SERVERS: '9.9.9.9,dns.example' },
    'LASTHASH_DNS_SERVERS is “dns.example”: it takes addresses such as 9.9.9.9 or 127.0.0.1:5353, separated by commas.',
  ],
  [
    { TRUSTED_PROXIES: 'any' },
    'TRUSTED_PROXIES is “any”: it takes addresses or CIDRs such as 10.0.0.0/8, separated by commas.',
  ],
  [
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    'TRUSTED_PROXIES is “10.0.0.0/33”: it takes addresses or CIDRs such as 10.0.0.0/8, separated by commas.',
  ],
  // Secrets are not shown.
  [
    { LASTHASH_API_KEY: 'nineteen-characters' },
    'LASTHASH_API_KEY has to have 20 to 256 characters, printable ASCII without spaces.',
  ],
  [
    { LASTHASH_API_KEY: 'twenty characters with spaces' },
    'LASTHASH_API_KEY has to have 20 to 256 characters, printable ASCII without spaces.',
  ],
  [
    { DATABASE_URL: 'host=db password=hunter2' },
    'DATABASE_URL is not a PostgreSQL address: it takes one such as postgres://user:password@host:5432/lasthash.',
  ],
]

for (const [env, sentence] of BAD) {
  test(`${JSON.stringify(env)} is refused`, () => {
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof StartError && error.message === sentence,
    )
  })
}

test('README.md lists every setting', async () => {
  const { readFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
  const names = new Set([...read('config.ts').matchAll(/'((?:LASTHASH_)?[A-Z][A-Z_]{3,})'/g)].map(([, name]) => name!))
  assert.ok(names.size > 12)
  const table = read('../../../README.md').split('## Settings')[1]!.split('\n## ')[0]!
  for (const name of names) assert.ok(table.includes(`\`${name}\``), name)
})
