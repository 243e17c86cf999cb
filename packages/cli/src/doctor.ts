import { safeJson, visibleLine } from '@lasthash/scanner/report/escape'
import type { ExitCode } from './cli-error.ts'
import { deliver } from './deliver.ts'
import { examinations, type Result } from './doctor-checks.ts'

export interface DoctorOptions {
  server: string | null
  profile: string | null
  json: boolean
  color: boolean
}

const MARKS: Record<Result['status'], readonly [mark: string, style: string]> = {
  ok: ['ok', '32'],
  warning: ['note', '33'],
  missing: ['MISSING', '31'],
}
const SOMETHING_IS_MISSING = 1

/** `lasthash doctor`: everything that scans, the server and the way to a server need, with the remedy for what is not there. */
export async function runDoctor(options: DoctorOptions, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const results = await Promise.all(
    Object.entries(examinations(options, environment)).map(async ([name, examine]) => ({
      name,
      ...(await tried(examine)),
    })),
  )
  const shown = results.filter(({ status }) => status !== 'none')
  const ok = shown.every(({ status }) => status !== 'missing')
  await deliver(options.json ? `${safeJson({ ok, checks: shown })}\n` : textOf(shown as Named[], options.color), null)
  return ok ? 0 : SOMETHING_IS_MISSING
}

type Named = Result & { name: string }

async function tried(
  examine: () => Promise<Result | null>,
): Promise<Result | { status: 'none'; detail: string; remedy: null }> {
  try {
    return (await examine()) ?? { status: 'none', detail: '', remedy: null }
  } catch (error) {
    return { status: 'missing', detail: (error as Error).message, remedy: null }
  }
}

function textOf(results: readonly Named[], color: boolean): string {
  const width = Math.max(...results.map(({ name }) => name.length))
  const lines = results.flatMap(({ name, status, detail, remedy }) => {
    const [mark, style] = MARKS[status]
    const shown = color ? `\x1b[${style}m${mark.padEnd(7)}\x1b[0m` : mark.padEnd(7)
    const first = `${shown}  ${name.padEnd(width)}  ${visibleLine(detail)}`
    return remedy ? [first, `${' '.repeat(width + 11)}${visibleLine(remedy)}`] : [first]
  })
  return `${lines.join('\n')}\n`
}
