import { type ExecFileOptions, execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runStart } from '../../packages/platform/test/run-start.ts'

const KEY = 'a-key-of-more-than-twenty-characters'

/** LastHash as `npm start` runs it, for clients to be tried against. */
export interface Live {
  /** `LASTHASH_BASE_URL` and `LASTHASH_API_KEY`: a test key of an organisation that has nothing yet. */
  newcomer(name: string): Promise<Record<string, string>>
  stop(): Promise<void>
}

export async function startLive(): Promise<Live> {
  const folder = await mkdtemp(join(tmpdir(), 'lasthash-clients-'))
  const running = runStart({
    LASTHASH_API_KEY: KEY,
    LASTHASH_DATA_DIR: join(folder, 'data'),
    LASTHASH_FEED_UPDATES: 'off',
  })
  const base = await running.ready()
  const ask = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const all = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', ...headers }
    const answer = await fetch(base + path, { method: 'POST', headers: all, body: JSON.stringify(body) })
    return (await answer.json()) as { id: string; key: string }
  }
  return {
    async newcomer(name) {
      const { id } = await ask('/v1/organizations', { name, plan: 'business' })
      const { key } = await ask('/v1/api-keys', { name, mode: 'test' }, { 'lasthash-organization': id })
      return { LASTHASH_BASE_URL: base, LASTHASH_API_KEY: key }
    },
    async stop() {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const execute = promisify(execFile)

/** What a program prints. Throws, with what it said, when it fails. */
export async function printed(
  program: string,
  options: readonly string[],
  settings: ExecFileOptions = {},
): Promise<string> {
  const { stdout } = await execute(program, [...options], { timeout: 300_000, maxBuffer: 2 ** 24, ...settings })
  return String(stdout)
}

/** The blocks of code of a language in a Markdown text. */
export function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code!)
}
