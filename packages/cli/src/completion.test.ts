import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { BIN } from '../test/run-cli.ts'
import { completions, script } from './completion.ts'

for (const [typed, expected] of [
  ['web', ['websites', 'webhooks']],
  ['websites ', ['list', 'show', 'add', 'verify', 'remove']],
  ['websites a', ['add']],
  ['websites add --c', ['--criticality']],
  ['websites add --criticality ', ['low', 'medium', 'high', 'critical']],
  ['scan --type f', ['full']],
  ['scan --fail-on h', ['high']],
  ['scan -o ', []],
  ['--v', ['--version']],
  ['completion ', ['bash', 'zsh', 'fish']],
] as const) {
  test(`after “lasthash ${typed}”`, async () => {
    const found = await completions(typed.split(' '))
    assert.deepEqual(
      found.map(({ word }) => word),
      expected,
    )
  })
}

/** What makes a shell complete `lasthash websites add --criticality h`, and print what it found. */
const SHELLS = {
  bash: (file: string) => `source '${file}'
COMP_WORDS=(lasthash websites add --criticality h) COMP_CWORD=4
_lasthash
printf '%s\\n' "\${COMPREPLY[@]}"`,
  // The real _describe works only while a line is edited: this one prints what it is given.
  zsh: (file: string) => `autoload -Uz compinit && compinit -u -D
source '${file}'
_describe() { print -l -- "\${(@P)2}" }
words=(lasthash websites add --criticality h) CURRENT=5
_lasthash`,
  fish: (file: string) => `source '${file}'; complete -C 'lasthash websites add --criticality h'`,
}

for (const [shell, asking] of Object.entries(SHELLS)) {
  test(`${shell} completes by the script`, { skip: hasNot(shell) }, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'lasthash-completion-'))
    t.after(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'lasthash'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`)
    chmodSync(join(folder, 'lasthash'), 0o755)
    const file = join(folder, 'script')
    writeFileSync(file, script(shell as keyof typeof SHELLS))
    const env = { ...process.env, HOME: folder, PATH: `${folder}:${process.env.PATH}` }
    const { stdout, stderr } = spawnSync(shell, ['-c', asking(file)], { env, encoding: 'utf8' })
    assert.match(stdout, /^high:?\n$/, stderr)
  })
}

/** Why it is skipped; false where there is such a shell. */
function hasNot(shell: string): string | false {
  if (spawnSync(shell, ['-c', 'true']).status === 0) return false
  if (process.env.LASTHASH_TEST_ALL === '1') return false
  return `there is no ${shell} on this machine`
}
