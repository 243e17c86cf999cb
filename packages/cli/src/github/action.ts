import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScanDocument } from '@lasthash/scanner/report/document'
import { readBaseline, sinceThen } from '../baseline.ts'
import { CliError, COULD_NOT_RUN, type ExitCode } from '../cli-error.ts'
import { command as scanCommand } from '../commands/scan.ts'
import { failureText } from '../failure-text.ts'
import { readScan } from '../scan-arguments.ts'
import { runScan } from '../scan-command.ts'
import { readInvocation } from '../words.ts'
import { commentOn } from './comment.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { annotate, appendSummary, setOutputs } from './runner.ts'

const FILES = { json: 'lasthash.json', sarif: 'lasthash.sarif', markdown: 'lasthash.md' } as const

/**
 * What action.yml runs, with a runner's environment: the scan, then summary, outputs and comment of what it gave, and only then
 * the exit code. Whatever goes wrong beside the scan (a comment that may not be written) is a warning.
 */
export async function runAction(environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  let inputs: Inputs
  let code: ExitCode
  const folder = join(environment.RUNNER_TEMP || '.', 'lasthash')
  try {
    inputs = readInputs(environment)
    mkdirSync(folder, { recursive: true })
    const baseline = await baselineOf(inputs, folder, environment)
    const words = [inputs.url, ...inputs.words, ...reportsIn(folder), ...(baseline ? ['--baseline', baseline] : [])]
    code = await scan(words, environment)
    await tell(inputs, folder, code, baseline, environment)
  } catch (error) {
    const message = failureText(error, environment)
    annotate('error', 'LastHash could not be run', message)
    setOutputs({ 'exit-code': COULD_NOT_RUN, passed: false }, environment)
    appendSummary(`## LastHash could not be run\n\n${fenced(message)}\n`, environment)
    return COULD_NOT_RUN
  }
  return code
}

function reportsIn(folder: string): string[] {
  return Object.entries(FILES).flatMap(([format, file]) => ['--report', `${format}=${join(folder, file)}`])
}

function scan(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  return runScan(readScan(readInvocation(scanCommand, words), environment), environment)
}

/** The file to compare with; null where there is nothing, or where the base cannot be scanned. */
async function baselineOf(inputs: Inputs, folder: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  if (inputs.baseline !== null) return inputs.baseline
  if (inputs.baselineUrl === null) return null
  const file = join(folder, 'baseline.json')
  try {
    await scan([inputs.baselineUrl, ...inputs.baseWords, '--json', '--output', file], environment)
    return file
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    annotate('warning', 'LastHash', `There is nothing to compare with: ${failureText(error, environment)}`)
    return null
  }
}

async function tell(
  inputs: Inputs,
  folder: string,
  code: ExitCode,
  baseline: string | null,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const document = JSON.parse(readFileSync(join(folder, FILES.json), 'utf8')) as ScanDocument
  const summary = readFileSync(join(folder, FILES.markdown), 'utf8')
  const since = baseline === null ? null : sinceThen(await readBaseline(baseline), document)
  const { security_score, grade, vulnerabilities } = document.scan
  const commentUrl = inputs.comment ? await comment(inputs, summary, environment) : null
  appendSummary(summary, environment)
  setOutputs(
    {
      'exit-code': code,
      passed: code === 0,
      score: security_score,
      grade,
      ...vulnerabilities,
      new: since?.fresh.length ?? null,
      fixed: since?.fixed.length ?? null,
      'json-file': join(folder, FILES.json),
      'sarif-file': join(folder, FILES.sarif),
      'summary-file': join(folder, FILES.markdown),
      'comment-url': commentUrl,
    },
    environment,
  )
  if (code !== 0) annotate('error', 'LastHash', `The gate failed: ${inputs.url} has ${security_score} (${grade}).`)
}

async function comment(inputs: Inputs, summary: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return await commentOn({ summary, key: inputs.commentKey, token: inputs.token }, environment)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    annotate('warning', 'LastHash', failureText(error, environment))
    return null
  }
}

function fenced(text: string): string {
  return `\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\``
}
