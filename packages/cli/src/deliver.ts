import { accessSync, constants, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CliError } from './cli-error.ts'

/** Throws `CliError` when a result could not be written there, so that nobody waits for a scan in vain. */
export function checkWritable(file: string): void {
  try {
    const there = statSync(file, { throwIfNoEntry: false })
    if (there?.isDirectory()) throw new Error('it is a folder')
    accessSync(there ? file : dirname(file), constants.W_OK)
  } catch (error) {
    throw notWritten(file, error)
  }
}

/** Writes the whole result to `file`, or to stdout where that is null. Throws `CliError` when it cannot. */
export async function deliver(text: string | Uint8Array, file: string | null): Promise<void> {
  if (file === null) return toStdout(text)
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw notWritten(file, error)
  }
}

/** A reader that has seen enough (EPIPE) is no fault. */
function toStdout(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
      else reject(new CliError(`The result cannot be written to stdout: ${error.message}`))
    })
  })
}

function notWritten(file: string, error: unknown): CliError {
  return new CliError(`The result cannot be written to ${file}: ${(error as Error).message}`)
}
