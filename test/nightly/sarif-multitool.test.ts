import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { exampleFinding } from '@lasthash/scanner'
import { renderReport } from '../../packages/reports/src/index.ts'
import { portfolioData, reportData, textOf, website } from '../../packages/reports/test/report-data.ts'
import { checks } from '../../packages/scanner/src/checks/index.ts'
import { hostileDocument, vulnerability } from '../../packages/scanner/test/document.ts'

/** Microsoft's own judge of SARIF, with the rules of GitHub's code scanning: 104 MB, so not among the dependencies. */
const VERSION = '5.7.0'
const skip = process.env.LASTHASH_TEST_NIGHTLY === '1' ? false : 'installs a package of 104 MB: npm run test:nightly'

let folder = ''
before(() => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'lasthash-sarif-'))
  const install = ['install', '--no-save', '--no-audit', '--no-fund', `@microsoft/sarif-multitool-linux@${VERSION}`]
  execFileSync('npm', install, { cwd: folder, stdio: 'pipe' })
})
after(() => folder && rmSync(folder, { recursive: true, force: true }))

/** Which rules it says are broken. */
function judge(name: string, text: string): string[] {
  const [file, out] = [join(folder, `${name}.sarif`), join(folder, `${name}.out.sarif`)]
  writeFileSync(file, text)
  const tool = join(folder, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool')
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  execFileSync(
    'sh',
    ['-c', 'chmod +x "$0" && exec "$0" validate "$1" --rule-kind "Sarif;Ghas" -o "$2"', tool, file, out],
    { env, stdio: 'pipe' },
  )
  const { runs } = JSON.parse(readFileSync(out, 'utf8')) as { runs: { results: { ruleId: string }[] }[] }
  return runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId))
}

test('Microsoft’s multitool finds nothing wrong, by its rules and by GitHub’s', { skip }, async () => {
  const hostile = hostileDocument()
  const every = checks.flatMap((check) =>
    Object.keys(check.outcomes).map((outcome) => vulnerability({ ...exampleFinding(check, outcome) })),
  )
  for (const [name, data] of Object.entries({
    nothing: reportData([]),
    every: reportData(every),
    hostile: reportData(hostile.vulnerabilities, { websites: [website(hostile)] }),
    several: portfolioData(reportData()),
  })) {
    const text = await textOf(renderReport(data, { kind: 'technical', format: 'sarif' }).stream)
    assert.deepEqual(judge(name, text), [], name)
    const broken = JSON.parse(text)
    broken.runs[0].results.push({ ruleId: 'a' })
    assert.deepEqual(judge(`${name}-broken`, JSON.stringify(broken)), ['JSON1002'], 'it can fail')
  }
})
