/**
 * The full picture of a server's TLS beside those of sslscan and testssl.sh, on the same servers: what each of them found that
 * we did not, and the wall time. Needs both (Debian: sslscan testssl.sh bsdextrautils dnsutils), nginx, GnuTLS and Java.
 *
 *   node bench/tls.ts [SERVER] [--without-testssl]
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openNet } from '../packages/scanner/src/net/open.ts'
import { parseTarget } from '../packages/scanner/src/net/target.ts'
import { makeCertificate } from '../packages/scanner/test/certificates.ts'
import { readParity } from '../test/parity/parity.ts'
import { startGoodNginx } from '../test/targets/nginx.ts'
import { startGnuTls, startOldJava, startOpenssl, type TlsTarget } from '../test/targets/old-tls.ts'

const run = promisify(execFile)
const rsa = makeCertificate({ names: ['localhost'], key: { rsa: 2048 } })
const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-tls-'))

const SERVERS: Record<string, () => Promise<TlsTarget>> = {
  'nginx, well configured': async () => {
    const { url, close } = await startGoodNginx()
    return { port: Number(new URL(url).port), close }
  },
  'OpenSSL, everything': () => startOpenssl(rsa, ['-cipher', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0']),
  'GnuTLS, RC4, 3DES, NULL': () =>
    startGnuTls(rsa, 'NORMAL:+VERS-TLS1.0:+VERS-TLS1.1:+ARCFOUR-128:+3DES-CBC:+MD5:+ANON-ECDH:+ANON-DH:+NULL:%COMPAT'),
  'Java, SSL 3.0 and export': () => startOldJava(rsa, ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']),
}

interface Found {
  suites: Set<string>
  seconds: number
}

async function timed(work: () => Promise<Set<string>>): Promise<Found> {
  const began = performance.now()
  const suites = await work()
  return { suites, seconds: (performance.now() - began) / 1000 }
}

/** `TLSv1.2 C030`: version and number on the wire, as all three can tell. */
const key = (version: string, code: number) => `${version} ${code.toString(16).padStart(4, '0')}`

let evidence: unknown
function ours(port: number): Promise<Found> {
  return timed(async () => {
    const target = parseTarget(`https://localhost:${port}`, { allowPrivate: true })
    const budget = { requests: 0, handshakes: 400, dns_queries: 9 }
    const net = openNet({ target, scanId: 'scan_bench', budget, allowPrivate: true })
    try {
      const found = await net.handshakes('localhost', port)
      evidence = found
      return new Set(
        Object.entries(found.versions).flatMap(([version, { suites }]) => suites.map(({ code }) => key(version, code))),
      )
    } finally {
      net.close()
    }
  })
}

function sslscan(port: number): Promise<Found> {
  return timed(async () => {
    const file = join(folder, `${port}.xml`)
    await run('sslscan', [`--xml=${file}`, '--no-colour', `localhost:${port}`], { maxBuffer: 1e8 })
    const found = readFileSync(file, 'utf8').matchAll(
      /<cipher [^>]*sslversion="(TLSv1\.\d|SSLv3)"[^>]*\bid="0x([0-9A-F]+)"/g,
    )
    return new Set(
      [...found].map(([, version, id]) => key(version === 'TLSv1.0' ? 'TLSv1' : version!, Number.parseInt(id!, 16))),
    )
  })
}

const STANDS = readParity('testssl').rows

const codes = await openSslNames()
const severities = new Map<string, string>()
function testssl(port: number): Promise<Found> {
  return timed(async () => {
    const file = join(folder, `${port}.json`)
    const options = ['--warnings', 'batch', '--quiet', '--color', '0', '--jsonfile', file]
    // It ends with the number of its findings, not with 0.
    await run('testssl', [...options, `localhost:${port}`], { maxBuffer: 1e8, timeout: 600_000 }).catch(() => {})
    const rows = JSON.parse(readFileSync(file, 'utf8')) as { id: string; severity: string; finding: string }[]
    severities.clear()
    for (const { id, severity, finding } of rows) {
      if (!['OK', 'INFO', 'DEBUG'].includes(severity)) severities.set(id, `${severity}: ${finding}`)
    }
    const suites = new Set<string>()
    for (const { id, finding } of rows) {
      // Where the server has an order, its suites are listed by OpenSSL's names.
      const version = /^cipherorder_(TLSv1(?:_\d)?|SSLv3)$/.exec(id)?.[1]?.replace('_', '.')
      for (const name of version ? finding.split(/\s+/) : []) {
        const code = codes.get(name)
        if (code !== undefined) suites.add(key(version!, code))
      }
    }
    return suites
  })
}

/** Numbers on the wire by the names that OpenSSL gives them. */
async function openSslNames(): Promise<Map<string, number>> {
  const { stdout } = await run('openssl', ['ciphers', '-V', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'])
  const rows = stdout.matchAll(/0x([0-9A-F]{2}),0x([0-9A-F]{2}) - (\S+)/g)
  return new Map([...rows].map(([, high, low, name]) => [name!, Number.parseInt(high! + low!, 16)]))
}

const lacking = (theirs: Found, found: Found) => [...theirs.suites].filter((one) => !found.suites.has(one))

let failed = false
const withTestssl = !process.argv.includes('--without-testssl')
const only = process.argv.slice(2).find((word) => !word.startsWith('--'))
for (const [name, start] of Object.entries(SERVERS)) {
  if (only && !name.startsWith(only)) continue
  const server = await start()
  try {
    await ours(server.port) // once, so that neither side meets a cold server
    const we = await ours(server.port)
    const scan = await sslscan(server.port)
    const full = withTestssl ? await testssl(server.port) : null
    const missed = [...new Set([...lacking(scan, we), ...(full ? lacking(full, we) : [])])]
    failed ||= missed.length > 0
    const row = (who: string, { suites, seconds }: Found) =>
      console.log(`  ${who.padEnd(12)} ${seconds.toFixed(2).padStart(7)} s  ${suites.size} suites`)
    console.log(`\n${name}`)
    row('LastHash', we)
    row('sslscan', scan)
    if (full) row('testssl.sh', full)
    const times = (one: Found) => (one.seconds / we.seconds).toFixed(1)
    console.log(`  ${full ? `${times(full)} times faster than testssl.sh, ` : ''}${times(scan)} than sslscan`)
    console.log(
      `  missed: ${missed.join(', ') || 'nothing'}; beyond both: ${[...we.suites].filter((one) => !scan.suites.has(one) && !full?.suites.has(one)).length}`,
    )
    for (const [id, what] of full ? severities : []) {
      const row = STANDS.find(({ rule }) => id.startsWith(rule))
      const ours = row && [...row.ours, row.reason ?? ''].filter((part) => part !== '').join(', ')
      failed ||= !ours
      console.log(`    testssl.sh ${id} (${what.slice(0, 70)}): ${ours ?? 'UNEXPLAINED'}`)
    }
    if (process.argv.includes('--evidence')) console.log(JSON.stringify(evidence))
  } finally {
    await server.close()
  }
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = failed ? 1 : 0
