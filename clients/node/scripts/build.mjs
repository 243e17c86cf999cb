// Builds `dist`: ES modules and CommonJS, each with its types. Runs at `npm ci` (`prepare`), so it is plain JavaScript for
// whatever Node.js there is, needs no network, and says so in one sentence when the compiler is not there.
//   node build.mjs [FOLDER]   another folder with the same sources
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(folder, 'dist')

let compiler
try {
  compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
} catch {
  process.stderr.write('@lasthash/sdk was not built: TypeScript is not installed. Run npm ci without --omit=dev.\n')
  process.exit(0)
}
// Comments belong to the types: what is loaded goes without.
const CODE = ['--declaration', 'false', '--removeComments']
const TYPES = ['--emitDeclarationOnly']
rmSync(dist, { recursive: true, force: true })
for (const [kind, type] of [
  ['esm', 'module'],
  ['cjs', 'commonjs'],
]) {
  mkdirSync(join(dist, kind), { recursive: true })
  for (const part of [CODE, TYPES]) {
    const options = ['-p', join(folder, `tsconfig.${kind}.json`), ...part]
    execFileSync(process.execPath, [compiler, ...options], { stdio: 'inherit' })
  }
  writeFileSync(join(dist, kind, 'package.json'), `${JSON.stringify({ type })}\n`)
}
