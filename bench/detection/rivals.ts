import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { faultsOfSslyze } from './sslyze.ts'
import type { Target } from './targets.ts'

/** Something that a rival reported, by its own name for it. */
export interface RivalFinding {
  rule: string
  text: string
}

export interface Rival {
  name: string
  installed(): boolean
  run(target: Target): Promise<RivalFinding[]>
}

const run = promisify(execFile)
const LIMIT = 1_200_000 // milliseconds for one run

export const RIVALS: readonly Rival[] = [
  {
    name: 'wapiti',
    installed: () => existsSync('/usr/bin/wapiti'),
    // What it can do without attacking; its Nikto and buster lists take minutes each and prove nothing by content.
    run: ({ url, address = url }) =>
      inFolder(async (folder) => {
        const report = join(folder, 'report.json')
        const modules = 'cookieflags,csp,http_headers,csrf,backup,methods'
        await run(
          'wapiti',
          [
            '-u',
            address,
            '-f',
            'json',
            '-o',
            report,
            '-m',
            modules,
            '--flush-session',
            '--no-bugreport',
            '--verify-ssl',
            '0',
          ],
          { timeout: LIMIT, env: { ...process.env, HOME: folder } },
        )
        const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8')) as Record<
          'vulnerabilities' | 'anomalies',
          Record<string, { path: string; info: string }[]>
        >
        return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([rule, found]) =>
          found.map(({ path, info }) => ({ rule, text: `${path} ${info}` })),
        )
      }),
  },
  {
    name: 'testssl.sh',
    installed: () => existsSync('/usr/bin/testssl'),
    run: ({ url, address = url }) =>
      inFolder(async (folder) => {
        const report = join(folder, 'report.json')
        const place = new URL(address).host
        // Its exit code is the number of faults that it found.
        await run('testssl', ['--warnings', 'batch', '--ip', 'one', '--jsonfile', report, place], {
          timeout: LIMIT,
        }).catch(() => {})
        const lines = JSON.parse(readFileSync(report, 'utf8')) as { id: string; severity: string; finding: string }[]
        return lines
          .filter(({ severity }) => ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].includes(severity))
          .map(({ id, finding }) => ({ rule: id, text: finding }))
      }),
  },
  {
    name: 'sslscan',
    installed: () => existsSync('/usr/bin/sslscan'),
    run: ({ url, address = url }) =>
      inFolder(async (folder) => {
        const report = join(folder, 'report.xml')
        await run('sslscan', [`--xml=${report}`, new URL(address).host], { timeout: LIMIT })
        return faultsOfSslscan(readFileSync(report, 'utf8'))
      }),
  },
  {
    name: 'sslyze',
    // From PyPI, in whatever environment comes first in the PATH.
    installed: () => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'sslyze'))),
    run: ({ url, address = url }) =>
      inFolder(async (folder) => {
        const report = join(folder, 'report.json')
        const parts = [`--json_out=${report}`, '--mozilla_config=intermediate', new URL(address).host]
        // It exits with 1 where the server departs from the configuration.
        const { stdout } = await run('sslyze', parts, { timeout: LIMIT }).catch((error: { stdout: string }) => error)
        return faultsOfSslyze(stdout, readFileSync(report, 'utf8'))
      }),
  },
  {
    name: 'whatweb',
    installed: () => existsSync('/usr/bin/whatweb'),
    run: ({ url, address = url }) =>
      inFolder(async (folder) => {
        const report = join(folder, 'report.json')
        await run('whatweb', ['--no-errors', '-q', `--log-json=${report}`, address], { timeout: LIMIT })
        const text = readFileSync(report, 'utf8').trim()
        const pages = (text === '' ? [] : JSON.parse(text)) as {
          plugins: Record<string, { version?: string[]; string?: string[] }>
        }[]
        return pages.flatMap(({ plugins }) =>
          Object.entries(plugins)
            .filter(([, { version }]) => version)
            .map(([rule, { version }]) => ({ rule: 'software', text: `${rule} ${version![0]}` })),
        )
      }),
  },
]

/** What of sslscan's answer is a fault: it only lists, so old protocols, flaws and a bad certificate are picked out. */
function faultsOfSslscan(xml: string): RivalFinding[] {
  const found: RivalFinding[] = []
  for (const [, type, version, enabled] of xml.matchAll(/<protocol type="(\w+)" version="([\d.]+)" enabled="(\d)"/g)) {
    if (enabled === '1' && (type === 'ssl' || version === '1.0' || version === '1.1')) {
      found.push({ rule: 'protocol', text: `${type} ${version}` })
    }
  }
  for (const [, version] of xml.matchAll(/<heartbleed sslversion="([^"]+)" vulnerable="1"/g)) {
    found.push({ rule: 'heartbleed', text: version! })
  }
  if (/<renegotiation supported="1" secure="0"/.test(xml)) found.push({ rule: 'renegotiation', text: 'insecure' })
  if (/<compression supported="1"/.test(xml)) found.push({ rule: 'compression', text: 'offered' })
  if (/<expired>true/.test(xml)) found.push({ rule: 'expired', text: 'certificate' })
  if (/<self-signed>true/.test(xml)) found.push({ rule: 'self-signed', text: 'certificate' })
  const bits = /<pk [^>]*type="RSA" bits="(\d+)"/.exec(xml)?.[1]
  if (bits && Number(bits) < 2048) found.push({ rule: 'weak key', text: `RSA ${bits}` })
  for (const [, strength, cipher] of xml.matchAll(
    /<cipher [^>]*cipher="([^"]+)"[^>]*strength="(weak|null|anonymous)"/g,
  )) {
    found.push({ rule: 'cipher', text: `${cipher} ${strength}` })
  }
  return found
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-rival-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
