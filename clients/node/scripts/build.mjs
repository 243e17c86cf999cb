// Builds `dist`: an ES module and CommonJS, one file each because every file costs half a millisecond of `import`, and their
// types. Runs at `npm ci` (`prepare`), so it is plain JavaScript for whatever Node.js there is, and needs no network. Without a
// compiler (`npm ci --omit=dev`) Node.js itself takes the types off, and there are none beside the code.
//   node build.mjs [FOLDER]   another folder with the same sources
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Each after those that it imports from. */
const ORDER = 'types errors request call stream resource sha256 resources scans webhook surface client index'.split(' ')

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

/** The modules as JavaScript, by their names. */
function compiled(compiler) {
  const names = readdirSync(join(folder, 'src')).map((file) => file.replace(/\.ts$/, ''))
  if (!compiler)
    return Object.fromEntries(
      names.map((name) => {
        const text = readFileSync(join(folder, 'src', `${name}.ts`), 'utf8')
        return [name, module.stripTypeScriptTypes(text).replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'")]
      }),
    )
  const output = mkdtempSync(join(folder, '.build-'))
  try {
    const options = ['-p', join(folder, 'tsconfig.json'), '--outDir', output]
    execFileSync(process.execPath, [compiler, ...options, '--declaration', 'false', '--removeComments'], {
      stdio: 'inherit',
    })
    execFileSync(process.execPath, [compiler, ...options, '--emitDeclarationOnly'], { stdio: 'inherit' })
    for (const kind of ['esm', 'cjs'])
      for (const name of names) cpSync(join(output, `${name}.d.ts`), join(dist, kind, `${name}.d.ts`))
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(output, `${name}.js`), 'utf8')]))
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

/** One module of all, and what it exports: name outside → name inside. */
function bundled(modules) {
  const missing = Object.keys(modules).filter((name) => !ORDER.includes(name))
  if (missing.length > 0) throw new Error(`clients/node/scripts/build.mjs does not know ${missing.join(', ')}.`)
  const exported = {}
  const outside = {}
  const code = ORDER.map((name) => {
    const text = modules[name]
    exported[name] = [...text.matchAll(/^export (?:async )?(?:class|const|function\*?) (\w+)/gm)].map(([, one]) => one)
    for (const [, list] of text.matchAll(/^export \{([^}]*)\} from '[^']+';?$/gm))
      for (const [, inside, as] of list.matchAll(/(?<!type )\b(\w+)(?: as (\w+))?/g)) outside[as ?? inside] = inside
    for (const [, from] of text.matchAll(/^export \* from '\.\/(\w+)\.js';?$/gm))
      for (const one of exported[from]) outside[one] = one
    return text
      .replaceAll(/^import [^;']*? from '\.\/\w+\.js';?$/gm, '')
      .replaceAll(/^export (?:\*|\{[^}]*\})(?: from '[^']+')?;?$/gm, '')
      .replaceAll(/^export (?=(?:async )?(?:class|const|function))/gm, '')
      .trim()
  })
  return { code: code.filter(Boolean).join('\n'), outside }
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
  writeFileSync(join(dist, kind, 'package.json'), `${JSON.stringify({ type })}\n`)
}
const { code, outside } = bundled(compiled(compiler))
const pairs = Object.entries(outside)
const list = pairs.map(([name, inside]) => (name === inside ? name : `${inside} as ${name}`)).join(', ')
writeFileSync(join(dist, 'esm/index.js'), `${code}\nexport { ${list} }\n`)
const assigned = pairs.map(([name, inside]) => `exports.${name} = ${inside}`).join('\n')
writeFileSync(
  join(dist, 'cjs/index.js'),
  `"use strict";\nObject.defineProperty(exports, '__esModule', { value: true })\n${code}\n${assigned}\n`,
)
