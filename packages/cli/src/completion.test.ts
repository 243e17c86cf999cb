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

test('bash completes by the script', { skip: hasNot('bash') }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-completion-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'lasthash'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`)
  chmodSync(join(folder, 'lasthash'), 0o755)
  const run = `${script('bash')}
COMP_WORDS=(lasthash websites add --criticality h) COMP_CWORD=4
_lasthash
printf '%s\\n' "\${COMPREPLY[@]}"`
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
  const { stdout, stderr } = spawnSync('bash', ['-c', run], { env, encoding: 'utf8' })
  assert.equal(stdout, 'high\n', stderr)
})

for (const shell of ['zsh', 'fish'] as const) {
  test(`${shell} reads the script`, { skip: hasNot(shell) }, () => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: script(shell), encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  })
}

/** Why it is skipped; false where there is such a shell. */
function hasNot(shell: string): string | false {
  if (spawnSync(shell, ['-c', 'true']).status === 0) return false
  if (process.env.LASTHASH_TEST_ALL === '1') return false
  return `there is no ${shell} on this machine`
}
