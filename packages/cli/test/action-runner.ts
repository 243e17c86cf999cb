import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../../..')

interface Step {
  id?: string
  name: string
  if?: string
  run?: string
  shell?: string
  uses?: string
  env?: Record<string, string>
  with?: Record<string, string>
}
interface Action {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>
  outputs: Record<string, { description: string; value: string }>
  runs: { using: string; steps: Step[] }
}

export const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action

export interface Ran {
  failed: boolean
  /** Exit code of the step `scan`. */
  code: number | null
  outputs: Record<string, string>
  log: string
  summary: string
  /** Actions that it would have used, with what they were given. */
  used: { uses: string; with: Record<string, string> }[]
}

/**
 * Runs the steps of action.yml as a runner of GitHub does: inputs with their defaults, expressions, one bash a step, the files for
 * outputs and summary, `always()` after a failure.
 */
export async function runAction(
  t: TestContext,
  given: Record<string, string>,
  { event = {}, env = {} }: { event?: object; env?: Record<string, string> } = {},
): Promise<Ran> {
  for (const name of Object.keys(given)) assert.ok(name in action.inputs, `there is no input ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-runner-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, content = '') => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const summary = file('summary.md')
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? evaluate(input.default ?? '', {})]),
  )
  const ran: Ran = { failed: false, code: null, outputs: {}, log: '', summary: '', used: [] }
  const steps: Record<string, Record<string, string>> = {}
  for (const [at, step] of action.runs.steps.entries()) {
    const context = { inputs, steps }
    const wanted = step.if ? condition(step.if, context) : !ran.failed
    if (!wanted) continue
    if (step.uses) {
      const values = Object.entries(step.with ?? {}).map(([name, value]) => [name, evaluate(value, context)])
      ran.used.push({ uses: step.uses, with: Object.fromEntries(values) })
      continue
    }
    assert.equal(step.shell, 'bash')
    const output = file(`output-${at}`)
    const code = await bash(file(`step-${at}.sh`, step.run), {
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, context)])),
      ...env,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: join(folder, 'temp'),
    })
    if (step.id) steps[step.id] = outputsIn(readFileSync(output, 'utf8'))
    if (step.id === 'scan') ran.code = code
    if (code !== 0) ran.failed = true
  }
  ran.summary = readFileSync(summary, 'utf8')
  ran.outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value, { inputs, steps })]),
  )
  return ran

  function bash(script: string, own: Record<string, string>): Promise<number | null> {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(LASTHASH_|INPUT_|GITHUB_|NODE_|NO_COLOR)/.test(name),
    )
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      env: { ...Object.fromEntries(inherited), LASTHASH_CONFIG: join(folder, 'none.json'), ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
      killSignal: 'SIGKILL',
    })
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding('utf8').on('data', (text) => {
        ran.log += text
      })
    return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  }
}

type Context = { inputs?: Record<string, string>; steps?: Record<string, Record<string, string>> }

function evaluate(text: string, context: Context): string {
  return String(text).replace(/\$\{\{\s*([^}]+?)\s*\}\}/g, (_, expression: string) =>
    expressionValue(expression, context),
  )
}

function expressionValue(expression: string, { inputs = {}, steps = {} }: Context): string {
  const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? []
  if (input) return inputs[input]!
  const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? []
  if (step && output) return steps[step]?.[output] ?? ''
  if (expression === 'github.token') return 'the-workflow-token'
  throw new Error(`This runner does not know ${expression}.`)
}

/** `always()`, and comparisons with a text, parted by `&&`. */
function condition(text: string, context: Context): boolean {
  const inner = /^\$\{\{(.*)\}\}$/.exec(text)![1]!
  return inner.split('&&').every((part) => {
    if (part.trim() === 'always()') return true
    const [, left, sign, right] = /^\s*(\S+) (==|!=) '([^']*)'\s*$/.exec(part)!
    return (expressionValue(left!, context) === right) === (sign === '==')
  })
}

/** As a runner reads GITHUB_OUTPUT: `name=value`, or many lines between marks. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, name, mark] = /^([\w-]+)<<(.+)$/.exec(lines[at]!) ?? []
    if (!name) continue
    const end = lines.indexOf(mark!, at + 1)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
