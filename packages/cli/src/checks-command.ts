import { type CatalogueEntry, catalogue, SEVERITIES } from '@lasthash/scanner'
import { safeJson } from '@lasthash/scanner/report/escape'
import { wrap } from '@lasthash/scanner/report/wrap'
import { CliError, type ExitCode } from './cli-error.ts'
import { deliver } from './deliver.ts'
import { nearest } from './nearest.ts'
import { quoted } from './words.ts'

/** `lasthash checks`: a line for each check, with the worst that it can find. */
export async function listChecks(json: boolean): Promise<ExitCode> {
  const entries = catalogue()
  if (json) {
    await deliver(`${safeJson({ object: 'list', data: entries, has_more: false, next_cursor: null })}\n`, null)
    return 0
  }
  const longest = Math.max(...entries.map(({ id }) => id.length))
  const lines = entries.map(({ id, question, outcomes }) => {
    const worst = SEVERITIES.find((severity) => outcomes.some((outcome) => outcome.severity === severity))!
    return `${id.padEnd(longest)}  ${worst.padEnd(8)}  ${question}\n`
  })
  await deliver(lines.join(''), null)
  return 0
}

/** `lasthash checks transport/hsts`: what it finds, why that matters, and how to mend it. */
export async function showCheck(id: string, json: boolean): Promise<ExitCode> {
  const entries = catalogue()
  const entry = entries.find((one) => one.id === id)
  if (!entry) {
    const meant = nearest(
      id,
      entries.map((one) => one.id),
    )
    throw new CliError(
      `There is no check ${quoted(id)}. ${meant ? `Did you mean ${meant}?` : 'lasthash checks lists them.'}`,
    )
  }
  await deliver(json ? `${safeJson(entry)}\n` : checkText(entry), null)
  return 0
}

/** A check with all its outcomes, for people. */
export function checkText({ id, question, cwe, references, outcomes }: CatalogueEntry, width = 80): string {
  const indented = (label: string, text: string) =>
    wrap(text, width - 8).map((line, at) => `  ${(at === 0 ? label : '').padEnd(6)}${line}`)
  const blocks = outcomes.map(({ outcome, severity, title, why, fix, settings }) => [
    `${severity.toUpperCase()}  ${title} (${outcome})`,
    ...indented('Why', why),
    ...indented('Fix', fix),
    ...Object.entries(settings).flatMap(([server, setting]) => indented('', `${server}: ${setting}`)),
  ])
  const head = [id, ...wrap(question, width), ...(cwe === null ? [] : [`CWE-${cwe}`])]
  return `${[head, ...blocks, references].map((lines) => lines.join('\n')).join('\n\n')}\n`
}
