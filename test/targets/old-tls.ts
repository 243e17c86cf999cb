import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Certificate } from '../../packages/scanner/test/certificates.ts'
import { freePort, startDaemon } from './daemon.ts'

export interface TlsTarget {
  port: number
  close(): Promise<void>
}

/** `openssl s_server`, which answers HTTP with a page of its own; `options` as on its command line. */
export function startOpenssl(certificate: Certificate, options: readonly string[]): Promise<TlsTarget> {
  return start(certificate, 'openssl', (port, { cert, key }) => [
    's_server',
    ...['-accept', `127.0.0.1:${port}`, '-cert', cert, '-key', key, '-www', '-quiet'],
    ...options,
  ])
}

/** GnuTLS's server, with a priority string. */
export function startGnuTls(certificate: Certificate, priority: string): Promise<TlsTarget> {
  return start(certificate, 'gnutls-serv', (port, { cert, key }) => [
    ...['--http', '-p', String(port), '--x509certfile', cert, '--x509keyfile', key, '--priority', priority],
  ])
}

/** Java's TLS with everything switched on that it once had: SSL 3.0, RC4, export, NULL and anonymous suites. */
export function startOldJava(certificate: Certificate, protocols: readonly string[]): Promise<TlsTarget> {
  return start(certificate, 'java', (port, { store }) => [
    ...['-Xshare:auto', '-XX:TieredStopAtLevel=1', join(import.meta.dirname, 'OldTls.java')],
    ...[String(port), store(), PASSWORD, protocols.join(',')],
  ])
}

const PASSWORD = 'not-secret'

interface Files {
  cert: string
  key: string
  /** Makes a PKCS #12 file of both. */
  store: () => string
}

async function start(
  certificate: Certificate,
  command: string,
  argumentsOf: (port: number, files: Files) => string[],
): Promise<TlsTarget> {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-old-tls-'))
  const [cert, key, p12] = ['cert.pem', 'key.pem', 'both.p12'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(cert, certificate.cert)
  writeFileSync(key, certificate.key)
  const store = () => {
    execFileSync('openssl', [
      'pkcs12',
      '-export',
      '-in',
      cert,
      '-inkey',
      key,
      '-out',
      p12,
      '-passout',
      `pass:${PASSWORD}`,
    ])
    return p12
  }
  const port = await freePort()
  const daemon = await startDaemon(command, argumentsOf(port, { cert, key, store }), port).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  return {
    port,
    async close() {
      await daemon.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
