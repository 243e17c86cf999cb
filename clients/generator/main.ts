// `npm run clients` writes what of the clients comes from docs/openapi.json, and builds the one for Node.js.
// `node clients/generator/main.ts --check` writes nothing, and names what is stale.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Model } from './model.ts'
import { nodeFiles } from './node.ts'
import { phpFiles } from './php.ts'
import { pythonFiles } from './python.ts'
import { readModel } from './read.ts'
import { rubyFiles } from './ruby.ts'
import { operationVectors } from './vectors.ts'

const ROOT = join(import.meta.dirname, '../..')
const CLIENTS = join(ROOT, 'clients')
const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** What is made for each language: where it belongs, and what makes it. */
const LANGUAGES: Record<string, (model: Model) => Record<string, string>> = {
  'node/src': nodeFiles,
  'php/src': phpFiles,
  'python/src/lasthash': pythonFiles,
  ruby: rubyFiles,
}

/** All files that are made, by their path in the repository, as they have to be. */
export function madeFiles(): Map<string, string> {
  const document = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'))
  const model = readModel(document)
  const files = new Map<string, string>()
  for (const [folder, make] of Object.entries(LANGUAGES))
    for (const [name, text] of Object.entries(make(model)))
      files.set(join('clients', folder, name), formatted(name, text))
  files.set('clients/conformance/vectors/operations.json', operationVectors(model, document))
  return files
}

/** What is not as it has to be, and what was made once and has no operation any more. */
export function stale(made = madeFiles()): string[] {
  return [
    ...[...made].filter(([path, text]) => read(join(ROOT, path)) !== text).map(([path]) => path),
    ...orphans(made),
  ]
}

function orphans(made: ReadonlyMap<string, string>): string[] {
  const isMade = /^(?:\/\/|#) Made (?:by|of [\w.]+ by) `npm run clients`/m
  const all = globSync('clients/*/**/*.{ts,py,pyi,php,rb,rbs}', {
    cwd: ROOT,
    exclude: (path) => /(^|\/)(node_modules|dist|\.\w+)$/.test(String(path)),
  })
  return all.filter((path) => !made.has(path) && isMade.test(read(join(ROOT, path)).slice(0, 150)))
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function formatted(name: string, text: string): string {
  if (!name.endsWith('.ts')) return text
  const options = { input: text, encoding: 'utf8', cwd: ROOT, maxBuffer: 2 ** 26 } as const
  return execFileSync(process.execPath, [BIOME, 'format', `--stdin-file-path=clients/${name}`], options)
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const found = stale()
    for (const path of found) process.stderr.write(`${path} is stale: npm run clients\n`)
    process.exitCode = found.length > 0 ? 1 : 0
  } else {
    const made = madeFiles()
    for (const path of orphans(made)) rmSync(join(ROOT, path))
    for (const [path, text] of made) {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true })
      if (read(join(ROOT, path)) !== text) writeFileSync(join(ROOT, path), text)
    }
    execFileSync(process.execPath, [join(CLIENTS, 'node/scripts/build.mjs')], { stdio: 'inherit' })
  }
}
