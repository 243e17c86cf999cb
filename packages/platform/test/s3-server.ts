import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { until } from './until.ts'

const HOME = process.env.LASTHASH_TEST_PYTHON ?? join(import.meta.dirname, '../../../.python')
/**
 * Versity's S3 gateway: a server that people run in earnest, with signatures, regions, parts and S3's own errors. MinIO's
 * licence (AGPL) keeps it out of a registry of Go modules; Garage and SeaweedFS are not there as programs; the rest are mocks.
 */
const PROGRAM = join(HOME, 'bin/versitygw')

/** False, or why there is no S3 server to test with: `.ci/run` builds it. */
export const noS3Server: string | false =
  process.env.LASTHASH_TEST_ALL === '1' || existsSync(PROGRAM) ? false : 'needs an S3 server: .ci/run'

export interface S3Server {
  endpoint: string
  /** The settings that a service uses it with. */
  env: Record<string, string>
  /** Names of all objects in the bucket. */
  objects(): string[]
  /** Kills it, as a machine that is lost. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  /** Holds it still: it accepts connections and answers nothing. */
  freeze(): void
  thaw(): void
  close(): Promise<void>
}

/** A real S3 server on loopback, with one bucket. */
export async function startS3Server(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-s3-'))
  const bucket = join(folder, 'lasthash-test')
  mkdirSync(bucket)
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const [access, secret] = ['an-access-key', 'the secret of that key']
  let child: ChildProcess | undefined
  const comeBack = async () => {
    const given = ['--port', `127.0.0.1:${port}`, '--access', access, '--secret', secret, '--quiet', 'posix', folder]
    const started = spawn(PROGRAM, given, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    started.stderr.on('data', (text) => {
      said += text
    })
    child = started
    await until(async () => {
      if (started.exitCode !== null) throw new Error(`versitygw ended: ${said}`)
      return await answers(port)
    })
  }
  const goAway = async () => {
    const running = child
    child = undefined
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }
  await comeBack()
  return {
    endpoint,
    env: {
      LASTHASH_S3_ENDPOINT: endpoint,
      LASTHASH_S3_BUCKET: 'lasthash-test',
      LASTHASH_S3_ACCESS_KEY_ID: access,
      LASTHASH_S3_SECRET_ACCESS_KEY: secret,
    },
    objects: () =>
      readdirSync(bucket, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(bucket, join(parentPath, name)))
        .filter((name) => !name.startsWith('.sgwtmp'))
        .sort(),
    goAway,
    comeBack,
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
    async close() {
      child?.kill('SIGCONT')
      await goAway()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
