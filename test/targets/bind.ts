import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDnsRelay } from './dns-relay.ts'

/** How a zone is signed, and what is then spoilt. */
export interface Signing {
  /** As `dnssec-keygen -a` has it. Default ECDSAP256SHA256. */
  algorithm?: string
  bits?: number
  /** Further arguments of `dnssec-signzone`, such as `-3 -` or `-e -1d`. */
  args?: readonly string[]
  /** What the parent says. Default: the truth. */
  parent?: 'nothing' | 'another key'
  /** Changes the signed zone. */
  spoil?: (zone: string) => string
}

export interface BindZone {
  name: string
  /** The zone file's records below its SOA and NS. */
  records: string
  /** Which servers the zone names. Default: the first two. */
  servers?: readonly (1 | 2 | 3)[]
  /** Which servers really hold it. Default: those that it names. */
  held?: readonly (1 | 2 | 3)[]
  signing?: Signing
  /** The second server hands it over to everyone. */
  transfer?: boolean
  /** The second server has this version of it. */
  second_serial?: number
}

/** A BIND: two name servers, a third that also resolves for everyone, and a resolver that validates; each at an address of its own. */
export interface Bind {
  /** `address:port` of the resolver. */
  resolver: string
  port: number
  close(): Promise<void>
}

const ADDRESSES = { 1: '127.53.1.1', 2: '127.54.2.1', 3: '127.55.3.1' } as const
const RESOLVER = '127.56.4.1'
const PARENT = 'test'
const SERIAL = 2026011501
const DEADLINE = 20_000 // milliseconds until it answers

/** Starts BIND with the parent zone `test` and the given zones below it. */
export async function startBind(zones: readonly BindZone[]): Promise<Bind> {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-bind-'))
  chmodSync(folder, 0o755)
  const port = await freePort(ADDRESSES[1])
  const upstream = await freePort('127.0.0.1')
  const delegations = zones.map((zone) => writeZone(folder, zone)).join('')
  const parentKey = makeKey(folder, PARENT, { algorithm: 'ECDSAP256SHA256' })
  const hosts = Object.entries(ADDRESSES).map(([n, address]) => `ns${n} A ${address}\n`)
  writeFileSync(
    join(folder, `${PARENT}.db`),
    `${head(PARENT, SERIAL)}@ NS ns1.${PARENT}.\n${hosts.join('')}${delegations}`,
  )
  signZone(folder, PARENT, {}, [parentKey])
  writeFileSync(
    join(folder, 'named.conf'),
    configuration(folder, { port, upstream }, zones, trustAnchor(folder, parentKey)),
  )

  const named = spawn('named', ['-g', '-c', join(folder, 'named.conf'), '-n', '1'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  named.stderr!.on('data', (chunk) => {
    log += chunk
  })
  await started(named, () => log)
  const relays = await Promise.all(
    [...Object.values(ADDRESSES), RESOLVER].map((address) => startDnsRelay(address, port, upstream)),
  )
  return {
    resolver: `${RESOLVER}:${port}`,
    port,
    async close() {
      await Promise.all(relays.map((relay) => relay.close()))
      const gone = new Promise((resolve) => named.once('exit', resolve))
      if (named.exitCode === null && named.kill('SIGTERM')) await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function head(zone: string, serial: number): string {
  return `$ORIGIN ${zone}.\n$TTL 300\n@ SOA ns1.${PARENT}. hostmaster.${zone}. ${serial} 7200 3600 1209600 3600\n`
}

/** Writes the zone's files and gives the parent's records about it. */
function writeZone(folder: string, { name, records, servers = [1, 2], signing, second_serial }: BindZone): string {
  const ns = servers.map((n) => `@ NS ns${n}.${PARENT}.\n`).join('')
  writeFileSync(join(folder, `${name}.db`), `${head(name, SERIAL)}${ns}${records}\n`)
  if (second_serial) writeFileSync(join(folder, `${name}.second.db`), `${head(name, second_serial)}${ns}${records}\n`)
  const delegation = servers.map((n) => `${name}. NS ns${n}.${PARENT}.\n`).join('')
  if (!signing) return delegation
  const key = makeKey(folder, name, signing)
  signZone(folder, name, signing, [key])
  const file = join(folder, `${name}.db.signed`)
  if (signing.spoil) writeFileSync(file, signing.spoil(readFileSync(file, 'utf8')))
  if (signing.parent === 'nothing') return delegation
  const named = signing.parent === 'another key' ? makeKey(folder, name, signing) : key
  return delegation + execFileSync('dnssec-dsfromkey', ['-2', join(folder, `${named}.key`)], { encoding: 'utf8' })
}

function makeKey(folder: string, zone: string, { algorithm = 'ECDSAP256SHA256', bits }: Signing): string {
  const args = ['-q', '-K', folder, '-a', algorithm, ...(bits ? ['-b', String(bits)] : []), '-f', 'KSK', zone]
  return execFileSync('dnssec-keygen', args, { encoding: 'utf8' }).trim()
}

function signZone(folder: string, zone: string, { args = [] }: Signing, keys: readonly string[]): void {
  const file = join(folder, `${zone}.db`)
  for (const key of keys) writeFileSync(file, `${readFileSync(file, 'utf8')}\n$INCLUDE ${join(folder, `${key}.key`)}\n`)
  // one key signs everything (-z), and signatures that are already over are what some tests want (-P)
  execFileSync('dnssec-signzone', ['-q', '-z', '-P', '-K', folder, '-d', folder, '-o', zone, ...args, file], {
    stdio: 'pipe',
  })
}

function trustAnchor(folder: string, key: string): string {
  const fields = readFileSync(join(folder, `${key}.key`), 'utf8').match(/DNSKEY\s+(\d+)\s+(\d+)\s+(\d+)\s+(\S.*)$/m)!
  return `${fields[1]} ${fields[2]} ${fields[3]} "${fields[4]!.replaceAll(' ', '')}"`
}

function configuration(
  folder: string,
  { port, upstream }: { port: number; upstream: number },
  zones: readonly BindZone[],
  anchor: string,
): string {
  const quote = (text: string) => `"${text}"`
  const file = ({ name, signing, second_serial }: BindZone, n: number) =>
    join(folder, second_serial && n === 2 ? `${name}.second.db` : `${name}.db${signing ? '.signed' : ''}`)
  const parent = `zone ${quote(PARENT)} { type primary; file ${quote(join(folder, `${PARENT}.db.signed`))}; };`
  const view = (n: 1 | 2 | 3) => {
    const held = zones.filter(({ servers = [1, 2], held = servers }) => held.includes(n))
    const own = held.map(
      (zone) =>
        `zone ${quote(zone.name)} { type primary; file ${quote(file(zone, n))}; allow-transfer { ${zone.transfer && n === 2 ? 'any' : 'none'}; }; };`,
    )
    const options =
      n === 3
        ? `recursion yes; allow-recursion { any; }; forward only; forwarders { ${ADDRESSES[1]} port ${port}; }; dnssec-validation no;`
        : 'recursion no;'
    return `view "server${n}" { match-clients { ${ADDRESSES[n]}; }; ${options} ${n === 1 ? parent : ''} ${own.join('\n')} };`
  }
  return `options { directory ${quote(folder)}; pid-file ${quote(join(folder, 'named.pid'))}; session-keyfile ${quote(join(folder, 'session.key'))};
    listen-on port ${upstream} { 127.0.0.1; }; listen-on-v6 { none; }; allow-query { any; }; empty-zones-enable no; minimal-responses yes; };
  controls { };
  ${view(1)}\n${view(2)}\n${view(3)}
  view "resolver" { match-clients { ${RESOLVER}; }; recursion yes; allow-recursion { any; }; dnssec-validation yes; validate-except { };
    trust-anchors { ${PARENT}. static-key ${anchor}; }; qname-minimization off;
    zone ${quote(PARENT)} { type forward; forward only; forwarders { ${ADDRESSES[1]} port ${port}; }; };
    zone "." { type hint; file "/dev/null"; }; };\n`
}

/** UDP and TCP of one number, free at this moment. */
async function freePort(address: string): Promise<number> {
  for (;;) {
    const tcp = createServer().listen(0, address)
    await new Promise((resolve) => tcp.once('listening', resolve))
    const { port } = tcp.address() as { port: number }
    const udp = createSocket('udp4')
    const free = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false))
      udp.bind(port, address, () => resolve(true))
    })
    await Promise.all([
      new Promise((resolve) => tcp.close(resolve)),
      free ? new Promise<void>((resolve) => udp.close(() => resolve())) : null,
    ])
    if (free) return port
  }
}

async function started(named: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + DEADLINE
  while (!/\ball zones loaded\b|\brunning\b/.test(log())) {
    if (named.exitCode !== null || Date.now() > deadline) throw new Error(`named does not start:\n${log()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
