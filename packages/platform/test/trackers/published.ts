// What trackers publish of their interfaces, from the packages that carry it: too big to be installed with everything else, and
// not ours to keep in the repository. Fetched once, by npm's own client, and kept beside what npm keeps.
import { execFile } from 'node:child_process'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import type { Json } from '../test-api.ts'

interface Source {
  package: string
  /** In the package. */
  file: string
  /** Of an OpenAPI document, only what the adapters and their neighbours touch. */
  paths: RegExp | null
}

const SOURCES = {
  github: {
    package: '@octokit/openapi@23.0.2',
    file: 'package/generated/api.github.com.json',
    paths: /^\/(repos\/\{owner\}\/\{repo\}(\/issues(\/.*)?)?|app\/installations\/.*|rate_limit)$/,
  },
  adf: { package: '@atlaskit/adf-schema@57.7.22', file: 'package/dist/json-schema/v1/full.json', paths: null },
} satisfies Record<string, Source>

const BLOCK = 512 // bytes: of the tar format
const kept = join(import.meta.dirname, '../../../../node_modules/.cache/lasthash-published')
const under = new Map<string, Promise<Json | null>>()

/** The published OpenAPI document of a tracker; null where it cannot be had: no registry can be reached. */
export function published(name: keyof typeof SOURCES): Promise<Json | null> {
  let one = under.get(name)
  if (!one) {
    one = load(name, SOURCES[name])
    under.set(name, one)
  }
  return one
}

async function load(name: string, source: Source): Promise<Json | null> {
  const file = join(kept, `${source.package.replaceAll(/[^\w.-]+/g, '-')}-${name}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-published-'))
  try {
    const options = { cwd: folder, timeout: 120_000 }
    await promisify(execFile)(
      'npm',
      ['pack', '--silent', '--fetch-retries=1', '--fetch-retry-mintimeout=500', source.package],
      options,
    )
    const archive = readdirSync(folder).find((one) => one.endsWith('.tgz'))!
    const whole = JSON.parse(await fileIn(join(folder, archive), source.file))
    const document = source.paths ? reduced(whole, source.paths) : whole
    mkdirSync(kept, { recursive: true })
    const own = `${file}.${process.pid}`
    writeFileSync(own, JSON.stringify(document))
    renameSync(own, file)
    return document
  } catch (error) {
    if (process.env.LASTHASH_TEST_ALL === '1') throw error
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One file out of a `.tgz`, read only as far as that. */
async function fileIn(archive: string, wanted: string): Promise<string> {
  let waiting: Buffer = Buffer.alloc(0)
  const stream = createReadStream(archive).pipe(createGunzip())
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  const take = async (length: number): Promise<Buffer> => {
    const parts = [waiting]
    let have = waiting.length
    while (have < length) {
      const { value, done } = await chunks.next()
      if (done) throw new Error(`${archive} has no ${wanted}`)
      parts.push(value)
      have += value.length
    }
    const whole = parts.length === 1 ? waiting : Buffer.concat(parts)
    waiting = whole.subarray(length)
    return whole.subarray(0, length)
  }
  for (;;) {
    const header = await take(BLOCK)
    const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 136), 8) || 0
    const content = await take(Math.ceil(size / BLOCK) * BLOCK)
    const name = text(345, 500) ? `${text(345, 500)}/${text(0, 100)}` : text(0, 100)
    if (name === wanted) {
      stream.destroy()
      return content.toString('utf8', 0, size)
    }
  }
}

/** The document with some of its paths, and of its components what those lead to. */
function reduced(document: Json, wanted: RegExp): Json {
  const paths = Object.fromEntries(Object.entries<Json>(document.paths).filter(([path]) => wanted.test(path)))
  const components: Json = {}
  const follow = (value: Json): void => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (const one of value) follow(one)
      return
    }
    if (typeof value.$ref === 'string') {
      const [, , kind, name] = value.$ref.split('/')
      if (components[kind]?.[name]) return
      components[kind] = { ...components[kind], [name]: document.components[kind][name] }
      follow(document.components[kind][name])
      return
    }
    for (const [key, one] of Object.entries(value)) if (key !== 'examples' && key !== 'example') follow(one)
  }
  follow(paths)
  delete components.examples
  return { openapi: document.openapi, info: document.info, paths, components }
}
