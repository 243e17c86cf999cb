import { setTimeout as sleep } from 'node:timers/promises'
import type { ScanDocument } from '@lasthash/scanner/report/document'
import { type Baseline, placesOf, readBaseline, type Since, sinceThen } from './baseline.ts'
import { CliError, type ExitCode, GATE_FAILED } from './cli-error.ts'
import { checkWritable, deliver } from './deliver.ts'
import { type Gate, judgeGate, offends, policyVerdict, type Verdict } from './gate.ts'
import { Progress } from './progress.ts'
import { render } from './render.ts'
import type { ScanCommand } from './scan-arguments.ts'
import { stopSignal } from './stop-signal.ts'
import { TargetUnreachable } from './target-unreachable.ts'

const READABLE = 110 // columns; longer lines are hard to read
const FIRST_PAUSE = 2_000 // milliseconds before a website that could not be reached is tried again; doubled each time
const LONGEST_PAUSE = 30_000 // milliseconds

/** `lasthash scan`: what can go wrong beforehand, the scan, the results, the gate. Results are out before the gate fails. */
export async function runScan(command: ScanCommand, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const baseline = command.baseline === null ? null : await readBaseline(command.baseline)
  for (const file of filesOf(command)) checkWritable(file)
  if (command.format === 'pdf' && command.output === null && process.stdout.isTTY)
    throw new CliError('A PDF is no text for a terminal: --output FILE says where to write it.')
  const signal = stopSignal()
  const progress = new Progress(command)
  if (command.waitFor) {
    const { waitForUrl } = await import('./wait-for-url.ts')
    await waitForUrl(command.waitFor, signal, (what) => progress.tell(what))
  }
  const document = await scannedInTheEnd(command, environment, progress, baseline, signal)
  const since = baseline && sinceThen(baseline, document)
  const known = since && knownOf(document, since)
  const gate: Gate = { failOn: command.failOn, minScore: command.minScore, known }
  const verdicts = [judgeGate(gate, document), ...(command.policy === null ? [] : [policyVerdict(document.scan)])]
  await deliverAll(command, environment, document, gate, verdicts, since, progress)
  warnOfOtherType(command, baseline, progress)
  if (since) {
    const { fresh, fixed, notTested } = since
    progress.tell(
      `Since the baseline: ${fresh.length} new, ${fixed.length} fixed, ${notTested.length} not tested again.`,
    )
  }
  return exitCodeOf(verdicts)
}

function filesOf({ output, reports }: ScanCommand): string[] {
  const files = [...(output === null ? [] : [output]), ...reports.map(({ file }) => file)]
  const twice = files.find((file, at) => files.indexOf(file) !== at)
  if (twice !== undefined) throw new CliError(`Two results cannot both be written to ${twice}.`)
  return files
}

/** Fingerprints of what was there before. */
function knownOf({ vulnerabilities }: ScanDocument, { fresh }: Since): ReadonlySet<string> {
  const isNew = new Set(fresh.map(({ fingerprint }) => fingerprint))
  return new Set(vulnerabilities.map(({ fingerprint }) => fingerprint).filter((one) => !isNew.has(one)))
}

async function deliverAll(
  command: ScanCommand,
  environment: NodeJS.ProcessEnv,
  document: ScanDocument,
  gate: Gate,
  verdicts: readonly Verdict[],
  since: Since | null,
  progress: Progress,
): Promise<void> {
  const hasGate = gate.failOn !== null || gate.minScore !== null || gate.known !== null || command.policy !== null
  const verdict = {
    passed: verdicts.every(({ passed }) => passed),
    reasons: verdicts.flatMap(({ reasons }) => reasons),
  }
  const { format, output, reports } = command
  for (const { format: one, file } of [...reports, { format, file: output }]) {
    const rendered = await render(document, {
      format: one,
      color: !command.noColor && file === null && process.stdout.isTTY === true && !environment.NO_COLOR,
      width: Math.min(process.stdout.columns || 80, READABLE),
      offends: (found) => offends(gate, found),
      minScore: command.minScore,
      verdict: hasGate ? verdict : null,
      since,
    })
    await deliver(rendered, file)
    if (file !== null) progress.tell(`The result is in ${file}.`)
  }
}

/** The scan, again and again while the website cannot be reached and tries are left. */
async function scannedInTheEnd(
  command: ScanCommand,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
  baseline: Baseline | null,
  signal: AbortSignal,
): Promise<ScanDocument> {
  for (let left = command.retries, pause = FIRST_PAUSE; ; left--) {
    try {
      return await scanned(command, environment, progress, baseline, signal)
    } catch (error) {
      if (!(error instanceof TargetUnreachable) || left === 0) throw error
      progress.tell(`${error.message} ${left === 1 ? 'One more try' : `${left} more tries`}, in ${pause / 1000} s.`)
    }
    await sleep(pause, undefined, { signal }).catch(() => {
      throw new CliError('Stopped.')
    })
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}

async function scanned(
  command: ScanCommand,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
  baseline: Baseline | null,
  signal: AbortSignal,
): Promise<ScanDocument> {
  progress.start(`Scanning ${command.url} (${command.type})`)
  try {
    if (command.server !== null || command.profile !== null) {
      const { scanThere } = await import('./scan-there.ts')
      return await scanThere(command, environment, progress, signal)
    }
    const { scanHere } = await import('./scan-here.ts')
    return await scanHere(command, environment, progress, signal, baseline ? placesOf(baseline, command.url) : [])
  } finally {
    progress.stop()
  }
}

function warnOfOtherType({ type }: ScanCommand, baseline: Baseline | null, progress: Progress): void {
  const before = baseline?.scanType ?? type
  if (before === type) return
  progress.tell(
    `The baseline is of a ${before} scan and this was a ${type} one: what only one of them looks for differs.`,
  )
}

/** Said even where little is to be said: it is why the build is red. */
function exitCodeOf(verdicts: readonly Verdict[]): ExitCode {
  if (verdicts.every(({ passed }) => passed)) return 0
  process.stderr.write(`The gate failed: ${verdicts.flatMap(({ reasons }) => reasons).join(' ')}\n`)
  return GATE_FAILED
}
