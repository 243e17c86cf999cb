/**
 * Writes src/checks/index.ts and src/sources.ts from the folders' listings, so that adding a check or a source is adding
 * a file. With `--check` it writes nothing and fails when they are stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const src = join(import.meta.dirname, '../src')
const stale = [
  write('checks/index.ts', 'Check', './../check.ts', 'checks', modules('checks', /export default defineCheck\(/)),
  write('sources.ts', 'Source', './source.ts', 'sources', [
    ...modules('gather', /export default defineGatherer\(/),
    ...modules('derive', /export default defineDerivation\(/),
  ]),
].filter((name) => name !== null)

if (stale.length > 0 && process.argv.includes('--check')) {
  console.error(`Stale: ${stale.join(', ')}. Run: npm run index`)
  process.exit(1)
}

function modules(folder: string, marker: RegExp): string[] {
  return readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter(
      (file) =>
        file.endsWith('.ts') && !file.endsWith('.test.ts') && marker.test(readFileSync(join(src, file), 'utf8')),
    )
    .sort()
}

function write(path: string, type: string, from: string, list: string, files: string[]): string | null {
  const up = path.includes('/') ? '..' : '.'
  const imports = files.map((file) => ({ name: identifier(file), path: relative(up, path, file) }))
  const text = [
    '// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.',
    ...imports.map(({ name, path }) => `import ${name} from '${path}'`),
    `import type { ${type} } from '${from.replace('./../', '../')}'`,
    '',
    `export const ${list}: readonly ${type}[] = [`,
    ...imports.map(({ name }) => `  ${name},`),
    ']',
    '',
  ].join('\n')
  const target = join(src, path)
  let present = ''
  try {
    present = readFileSync(target, 'utf8')
  } catch {
    // not made yet
  }
  if (present === text) return null
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  return path
}

function relative(up: string, path: string, file: string): string {
  return path.startsWith('checks/') ? `./${file.slice('checks/'.length)}` : `${up}/${file}`
}

function identifier(file: string): string {
  return file.replace(/\.ts$/, '').replace(/[^a-zA-Z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase())
}
