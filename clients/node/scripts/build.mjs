// Builds `dist`: ES modules and CommonJS, each with its types. Runs at `npm ci` (`prepare`), so it is plain JavaScript for
// whatever Node.js there is, and needs no network. Without a compiler (`npm ci --omit=dev`) types are taken off by Node.js
// itself, which then also serves as its own CommonJS.
//   node build.mjs [FOLDER]   another folder with the same sources
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(folder, 'dist')

/** Where the compiler is; undefined when there is none. */
function findCompiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  } catch {
    return undefined
  }
}

// Comments belong to the types: what is loaded goes without.
const CODE = ['--declaration', 'false', '--removeComments']
const TYPES = ['--emitDeclarationOnly']

function compile(compiler, kind) {
  for (const part of [CODE, TYPES]) {
    const options = ['-p', join(folder, `tsconfig.${kind}.json`), ...part]
    execFileSync(process.execPath, [compiler, ...options], { stdio: 'inherit' })
  }
}

function strip(kind) {
  if (kind === 'cjs')
    return writeFileSync(join(dist, kind, 'index.js'), "module.exports = require('../esm/index.js')\n")
  for (const file of readdirSync(join(folder, 'src'))) {
    const text = module.stripTypeScriptTypes(readFileSync(join(folder, 'src', file), 'utf8'))
    const code = text.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'")
    writeFileSync(join(dist, kind, file.replace(/\.ts$/, '.js')), code)
  }
}

const compiler = findCompiler()
if (!compiler && !module.stripTypeScriptTypes) {
  process.stderr.write('@lasthash/sdk was not built: there is no TypeScript here. Run npm ci without --omit=dev.\n')
  process.exit(0)
}
rmSync(dist, { recursive: true, force: true })
for (const [kind, type] of [
  ['esm', 'module'],
  ['cjs', 'commonjs'],
]) {
  mkdirSync(join(dist, kind), { recursive: true })
  if (compiler) compile(compiler, kind)
  else strip(kind)
  writeFileSync(join(dist, kind, 'package.json'), `${JSON.stringify({ type })}\n`)
}
