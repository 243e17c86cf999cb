import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'

/** A workflow command: what shows beside the run. Its data must not look like another command. */
export function annotate(kind: 'error' | 'warning' | 'notice', title: string, message: string): void {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = data(title).replaceAll(':', '%3A').replaceAll(',', '%2C')
  process.stdout.write(`::${kind} title=${property}::${data(message)}\n`)
}

/** Outputs of the step. Each between marks that no value can contain, as a runner reads many-lined ones. */
export function setOutputs(
  outputs: Record<string, string | number | boolean | null>,
  { GITHUB_OUTPUT: file }: NodeJS.ProcessEnv,
): void {
  if (!file) return
  const mark = `lasthash_${randomBytes(16).toString('hex')}`
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${mark}\n${value ?? ''}\n${mark}\n`)
  appendFileSync(file, lines.join(''))
}

const LONGEST_SUMMARY = 1_000_000 // bytes, of the 1 MiB that a step has

/** Markdown for the page of the run. */
export function appendSummary(markdown: string, { GITHUB_STEP_SUMMARY: file }: NodeJS.ProcessEnv): void {
  if (file) appendFileSync(file, Buffer.from(markdown).subarray(0, LONGEST_SUMMARY))
}
