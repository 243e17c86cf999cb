import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchange } from '../../test/evidence.ts'
import { forgetful } from '../../test/gather.ts'
import { Unavailable } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import type { Net } from '../net/net.ts'
import rdap from './rdap.ts'

const BOOTSTRAP = 'https://mirror.test/dns.json'
const LIST = {
  services: [
    [['net'], ['http://old.test/']],
    [['com', 'org'], ['https://rdap.registry.test/v1']],
  ],
}
const DOMAIN = {
  objectClassName: 'domain',
  events: [
    { eventAction: 'registration', eventDate: '1995-08-14T04:00:00Z' },
    { eventAction: 'expiration', eventDate: '2026-08-13T04:00:00Z' },
  ],
  status: ['client transfer prohibited'],
}

/** A network that answers from a table; what is not in it cannot be reached. */
function net(answers: Record<string, unknown>, mirror: string): { net: Net; asked: string[] } {
  const asked: string[] = []
  const request = async (url: string) => {
    asked.push(url)
    if (!(url in answers)) throw new NetError('refused', `${new URL(url).host} refused the connection`)
    const value = answers[url]
    return exchange({ url, body: typeof value === 'string' ? value : JSON.stringify(value) })
  }
  return { net: { request, rdapBootstrap: mirror } as unknown as Net, asked }
}
const ask = (one: Net, domain: string) => rdap.gather(one, { dns: { domain } } as never, forgetful as never)

test('the registry is found in IANA’s list, which is asked for once', async () => {
  const { net: one, asked } = net(
    {
      [BOOTSTRAP]: LIST,
      'https://rdap.registry.test/v1/domain/site.com': DOMAIN,
      'https://rdap.registry.test/v1/domain/site.org': DOMAIN,
    },
    BOOTSTRAP,
  )
  const value = (await ask(one, 'site.com')) as unknown as { expires_at: number; statuses: string[] }
  assert.equal(value.expires_at, Date.UTC(2026, 7, 13, 4))
  assert.deepEqual(value.statuses, ['client transfer prohibited'])
  await ask(one, 'site.org')
  assert.deepEqual(asked, [
    BOOTSTRAP,
    'https://rdap.registry.test/v1/domain/site.com',
    'https://rdap.registry.test/v1/domain/site.org',
  ])
})

const FAILURES: [name: string, answers: Record<string, unknown>, domain: string, message: RegExp][] = [
  ['nothing reachable', {}, 'site.com', /RDAP cannot be reached/],
  ['a list that is none', { 'https://x1.test/': '<html>' }, 'site.com', /could not be read/],
  ['no such top-level domain', { 'https://x2.test/': LIST }, 'site.de', /answers no questions over RDAP/],
  ['a name for examples', {}, 'site.example', /no registry gives out/],
  [
    'no JSON from the registry',
    { 'https://x4.test/': LIST, 'https://rdap.registry.test/v1/domain/site.com': 'x' },
    'site.com',
    /registry of site\.com answered/,
  ],
]
for (const [index, [name, answers, domain, message]] of FAILURES.entries()) {
  test(`not to be had: ${name}`, async () => {
    const { net: one } = net(answers, `https://x${index}.test/`)
    await assert.rejects(
      ask(one, domain),
      (error: Error) => error instanceof Unavailable && message.test(error.message),
    )
  })
}

test('a list that cannot be had is not asked for again by the next scan', async () => {
  const { net: one, asked } = net({}, 'https://down.test/')
  await assert.rejects(ask(one, 'site.com'), Unavailable)
  await assert.rejects(ask(one, 'site.com'), Unavailable)
  assert.deepEqual(asked, ['https://down.test/'])
})
