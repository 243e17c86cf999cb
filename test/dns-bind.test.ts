import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, type TestContext, test } from 'node:test'
import { checks } from '../packages/scanner/src/checks/index.ts'
import { EvidenceBook, type Gathered, runCheck, type Settled } from '../packages/scanner/src/evaluate.ts'
import type { EvidenceName } from '../packages/scanner/src/evidence.ts'
import { parseTarget } from '../packages/scanner/src/net/target.ts'
import type { Gatherer } from '../packages/scanner/src/source.ts'
import { sources } from '../packages/scanner/src/sources.ts'
import { makeCertificate } from '../packages/scanner/test/certificates.ts'
import { forgetful } from '../packages/scanner/test/gather.ts'
import { testNet } from '../packages/scanner/test/net.ts'
import { startHttps } from '../packages/scanner/test/servers.ts'
import { type Bind, type BindZone, startBind } from './targets/bind.ts'

// Good and broken zones on a real BIND, seen through its validating resolver and at its name servers themselves.
const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs BIND: npm run test:all'

/** Named by the names of the zones, so that one certificate does for all. */
const CERTIFICATE = makeCertificate({ names: ['good.test', 'vpn.good.test', 'old.good.test'] })
const DKIM = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64')
const HOST = '@ A 127.0.0.1\n@ AAAA ::1\n'
const NO_MAIL = '@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@good.test"\n'
const CAA = '@ CAA 0 issue "ca.example.net"\n'
const FINE = HOST + NO_MAIL + CAA
/** As `dnssec-signzone` has times. */
const stamp = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14)
const SIGNED = { args: ['-3', '-'] }

interface Case extends BindZone {
  /** `check outcome` of everything that is wrong with it, and nothing else. */
  found: readonly string[]
}

const reports = (name: string) => FINE.replace('d@good.test', `d@${name}`)
const zone = (name: string, found: readonly string[], more: Partial<BindZone> = {}): Case => ({
  name,
  records: reports(name),
  signing: SIGNED,
  found,
  ...more,
})

const CASES: Case[] = [
  zone('good.test', []),
  zone('rsa.test', [], { signing: { ...SIGNED, algorithm: 'RSASHA256', bits: 2048 } }),
  zone('edwards.test', [], { signing: { ...SIGNED, algorithm: 'ED25519' } }),
  zone('p384.test', [], { signing: { ...SIGNED, algorithm: 'ECDSAP384SHA384' } }),
  zone('rsa512.test', [], { signing: { ...SIGNED, algorithm: 'RSASHA512', bits: 2048 } }),
  zone('unsigned.test', ['dnssec unsigned'], { signing: undefined }),
  zone('island.test', ['dnssec no_ds'], { signing: { ...SIGNED, parent: 'nothing' } }),
  zone('stranger.test', ['dnssec bogus'], { signing: { ...SIGNED, parent: 'another key' } }),
  zone('tampered.test', ['dnssec bogus'], {
    signing: { ...SIGNED, spoil: (text) => text.replace(/\bA\t127\.0\.0\.1/, 'A\t127.0.0.66') },
  }),
  zone('stripped.test', ['dnssec bogus'], {
    signing: { ...SIGNED, spoil: (text) => text.replace(/^\s+\d+\s+RRSIG\s+SOA[^)]*\)\n/m, '') },
  }),
  zone('expired.test', ['dnssec expired'], { signing: { args: ['-3', '-', '-s', stamp(-40), '-e', stamp(-10)] } }),
  zone('expiring.test', ['dnssec expiring'], { signing: { args: ['-3', '-', '-e', stamp(1)] } }),
  zone('sha1.test', ['dnssec-algorithm weak', 'dnssec-denial walkable'], {
    signing: { algorithm: 'RSASHA1', bits: 2048 },
  }),
  zone('rounds.test', ['dnssec-denial iterations'], { signing: { args: ['-3', '-', '-H', '10'] } }),
  zone('walkable.test', ['dnssec-denial walkable'], { signing: {} }),
  zone('transfer.test', ['zone-transfer open'], { transfer: true }),
  zone('recursive.test', ['open-recursion open'], { servers: [1, 3] }),
  zone('lame.test', ['nameserver-lame lame'], { held: [1] }),
  zone('stale.test', ['dnssec unsigned', 'soa-serial mismatch'], { signing: undefined, second_serial: 2026010101 }),
  zone('single.test', ['nameserver-count single'], { servers: [1] }),
  zone('wildcard.test', ['wildcard any_name'], { records: `${reports('wildcard.test')}* A 127.0.0.1\n` }),
  zone('freemail.test', ['dangling-record mx_free', 'mta-sts missing', 'tls-rpt missing'], {
    records: `${HOST}${CAA}@ MX 10 mx.nobody-has-this.test.\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@freemail.test"\n`,
  }),
  zone(
    'mail.test',
    [
      'bimi no_policy',
      'dkim-key short',
      'dkim-test-mode testing',
      'dmarc none',
      'dmarc-receivers unauthorised',
      'mta-sts missing',
      'spf-lookups too_many_void',
      'spf-policy neutral',
      'spf-syntax broken_include',
      'tls-rpt missing',
    ],
    {
      records: `${HOST}${CAA}@ MX 10 mx.mail.test.\nmx A 127.0.0.1\n@ TXT "v=spf1 include:a.mail.test include:b.mail.test include:c.mail.test include:mail.test ?all"
_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@good.test"\ndefault._bimi TXT "v=BIMI1; l=https://mail.test/logo.svg"
default._domainkey TXT "v=DKIM1; t=y; p=${DKIM.slice(0, 200)}" "${DKIM.slice(200)}"\n`,
    },
  ),
  zone('dane.test', ['dane malformed', 'dane mail_usage', 'mta-sts missing', 'tls-rpt missing'], {
    records: `${HOST}${CAA}@ MX 10 mx.dane.test.\nmx A 127.0.0.1\n@ TXT "v=spf1 mx -all"\n_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@dane.test"
_443._tcp TLSA 3 1 1 abcd\n_25._tcp.mx TLSA 1 1 1 ${'ab'.repeat(32)}\n`,
  }),
  zone('nodane.test', ['dane unsigned', 'dnssec unsigned'], {
    signing: undefined,
    records: `${reports('nodane.test')}_443._tcp TLSA 3 1 1 ${'ab'.repeat(32)}\n`,
  }),
]

let bind: Bind | undefined
before(async () => {
  if (!skip) bind = await startBind(CASES)
})
after(() => bind?.close())

/** All evidence about DNS, as a scan of that address would gather it. */
async function findingsOf(t: TestContext, url: string, more: readonly EvidenceName[] = []) {
  const net = testNet(t, url, {
    dnsServers: [bind!.resolver],
    nameserverPort: bind!.port,
    budget: { requests: 10, handshakes: 40, dns_queries: 150 },
  })
  const gathered: Gathered = {
    target: { ok: true, value: parseTarget(url, { allowPrivate: true }) },
    scan: { ok: true, value: { type: 'full', started_at: Date.now() } },
  }
  const names: EvidenceName[] = ['dns', 'nameservers', 'dnssec', 'dane', 'mail_policy', ...more]
  for (const name of names) {
    const gatherer = sources.find((one): one is Gatherer => one.kind === 'gather' && one.name === name)!
    const needed = Object.fromEntries(
      gatherer.needs.map((need) => [need, (gathered[need] as { value: unknown }).value]),
    )
    const settled: Settled = { ok: true, value: await gatherer.gather(net, needed as never, forgetful) }
    Object.assign(gathered, { [name]: settled })
  }
  const book = new EvidenceBook(gathered, sources)
  const answers = checks.filter(({ id }) => id.startsWith('dns/')).map((check) => runCheck(check, book))
  assert.deepEqual(
    answers.filter(({ result }) => result.status === 'error').map(({ result }) => result),
    [],
  )
  const passed = answers.filter(({ result }) => result.status === 'passed').map(({ result }) => result.check)
  const found = answers.flatMap(({ result, fails }) =>
    fails.map(({ outcome }) => `${result.check.slice(4)} ${outcome}`),
  )
  return { found: [...new Set(found)].sort(), passed, spent: net.spent().dns_queries }
}

for (const { name, found } of CASES) {
  test(`${name}: ${found.join(', ') || 'nothing'}`, { skip }, async (t) => {
    const seen = await findingsOf(t, `https://${name}/`)
    assert.deepEqual(seen.found, [...found].sort())
    assert.ok(seen.spent <= 150, `${seen.spent} queries`)
    if (found.length === 0) {
      for (const check of [
        'dnssec',
        'dnssec-algorithm',
        'zone-transfer',
        'open-recursion',
        'nameserver-lame',
        'soa-serial',
      ])
        assert.ok(seen.passed.includes(`dns/${check}`), `${check} was asked and passed`)
    }
  })
}

test('the certificate of the website and what it says of other hosts', { skip }, async (t) => {
  const server = await startHttps({ key: CERTIFICATE.key, cert: CERTIFICATE.cert }, (_, response) => response.end())
  t.after(() => server.close())
  const { found } = await findingsOf(t, `https://good.test:${server.port}/`, ['tls', 'subdomains'])
  assert.deepEqual(found, ['certificate-names listed'])
})
