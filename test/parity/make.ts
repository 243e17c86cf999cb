/**
 * Writes docs/parity.md from the comparisons in this folder: every rule of each rival beside our check, or the reason
 * why there is none. With `--check` it writes nothing and fails when the page is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParityFile, parityNames, readParity } from './parity.ts'

const page = join(import.meta.dirname, '../../docs/parity.md')
const text = parityPage()

if (!process.argv.includes('--check')) writeFileSync(page, text)
else if (readFileSync(page, 'utf8') !== text) {
  console.error('Stale: docs/parity.md. Run: npm run index')
  process.exit(1)
}

function parityPage(): string {
  const files = parityNames().map(readParity)
  const summary = files.map(
    ({ rival, rows_are, version, rows }) =>
      `| ${rival} ${version} | ${rows.length} ${rows_are} | ${rows.filter(({ ours }) => ours.length > 0).length} | ${rows.filter(({ ours }) => ours.length === 0).length} |`,
  )
  return `# Beside the others

Every rule of the tools that people use today, beside the check of ours that answers the same question, or the reason why
there is none. Made from \`test/parity/\`; a test fails when a row points to nothing.

| tool | what was compared | answered by ours | left out, with a reason |
|---|---|---|---|
${summary.join('\n')}

${files.map(section).join('\n\n')}
`
}

function section({ rival, version, source, rows }: ParityFile): string {
  const lines = rows.map(({ rule, about, ours, reason }) => {
    const what = about ? `\`${rule}\` ${cell(about)}` : `\`${rule}\``
    const answer = [ours.map((id) => `\`${id}\``).join(', '), cell(reason ?? '')].filter((part) => part !== '')
    return `| ${what} | ${answer.join('. ')} |`
  })
  return `## ${rival} ${version}

<${source}>

| theirs | ours |
|---|---|
${lines.join('\n')}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
