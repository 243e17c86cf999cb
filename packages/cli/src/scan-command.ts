import type { ScanDocument } from '@lasthash/scanner/report/document'
import type { ScanCommand } from './arguments.ts'
import { type Baseline, placesOf, readBaseline, sinceThen } from './baseline.ts'
import { type ExitCode, GATE_FAILED } from './cli-error.ts'
import { checkWritable, deliver } from './deliver.ts'
import { type Gate, judgeGate, offends, policyVerdict, type Verdict } from './gate.ts'
import { Progress } from './progress.ts'
import { render } from './render.ts'
import { stopSignal } from './stop-signal.ts'

const READABLE = 110 // columns; longer lines are hard to read

/** `lasthash scan`: what can go wrong beforehand, the scan, the result, the gate. The result is out before the gate fails. */
export async function runScan(command: ScanCommand, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const baseline = command.baseline === null ? null : await readBaseline(command.baseline)
  if (command.output !== null) checkWritable(command.output)
  const progress = new Progress(command)
  const document = await scanned(command, environment, progress, baseline)

  const gate: Gate = { failOn: command.failOn, minScore: command.minScore, known: baseline?.fingerprints ?? null }
  const text = await render(document, {
    format: command.format,
    color: !command.noColor && command.output === null && process.stdout.isTTY === true && !environment.NO_COLOR,
    width: Math.min(process.stdout.columns || 80, READABLE),
    offends: (one) => offends(gate, one),
    minScore: command.minScore,
  })
  await deliver(text, command.output)
  if (command.output !== null) progress.tell(`The result is in ${command.output}.`)
  warnOfOtherType(command, baseline, progress)
  if (baseline) {
    const since = sinceThen(baseline, document)
    progress.tell(`Since the baseline: ${since.new} new, ${since.fixed} fixed, ${since.not_tested} not tested again.`)
  }
  const verdicts = [judgeGate(gate, document), ...(command.policy === null ? [] : [policyVerdict(document.scan)])]
  return exitCodeOf(verdicts)
}

async function scanned(
  command: ScanCommand,
  environment: NodeJS.ProcessEnv,
  progress: Progress,
  baseline: Baseline | null,
): Promise<ScanDocument> {
  const signal = stopSignal()
  progress.start(`Scanning ${command.url} (${command.type})`)
  try {
    if (command.server !== null) {
      const { scanThere } = await import('./scan-there.ts')
      return await scanThere({ ...command, server: command.server }, environment, progress, signal)
    }
    const { scanHere } = await import('./scan-here.ts')
    return await scanHere(command, environment, progress, signal, baseline ? placesOf(baseline) : [])
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
