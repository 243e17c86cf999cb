// Writes docs/cli.md from what the commands declare. `--check` compares instead.
//   node packages/cli/scripts/make-reference.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reference } from '../src/reference.ts'

const file = join(import.meta.dirname, '../../../docs/cli.md')
const made = await reference()
if (!process.argv.includes('--check')) writeFileSync(file, made)
else if (readFileSync(file, 'utf8') !== made) {
  process.stderr.write('docs/cli.md is stale: node packages/cli/scripts/make-reference.ts\n')
  process.exit(1)
}
