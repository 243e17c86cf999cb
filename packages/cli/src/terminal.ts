import { createInterface } from 'node:readline/promises'
import type { ReadStream } from 'node:tty'
import { CliError } from './cli-error.ts'

/** Asks on the terminal whether to go on. Throws `CliError` for any answer but yes, and where nobody can be asked. */
export async function confirmed(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw new CliError(`${question} Say so by --yes: nobody can be asked here.`)
  const answer = await asked(`${question} (yes or no) `)
  if (!/^y(es)?$/i.test(answer)) throw new CliError('Nothing was done.')
}

/** One line that is typed on the terminal. */
export async function asked(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await lines.question(question)).trim()
  } finally {
    lines.close()
  }
}

/** One line that is typed on the terminal and not shown there. Throws `CliError` for Ctrl-C and Ctrl-D. */
export function askedHidden(question: string, input: ReadStream, output: NodeJS.WritableStream): Promise<string> {
  output.write(question)
  input.setRawMode(true)
  input.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = (settle: () => void) => {
      input.off('data', take)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
      settle()
    }
    const take = (chunk: string) => {
      // What was pasted comes in one piece.
      for (const character of chunk) {
        if (character === '\r' || character === '\n') return end(() => resolve(typed.trim()))
        if (character === '\u0003' || (character === '\u0004' && typed === ''))
          return end(() => reject(new CliError('Stopped.')))
        if (character === '\u007f' || character === '\b') typed = typed.slice(0, -1)
        else if (character === '\u0015') typed = ''
        else if (character >= ' ') typed += character
      }
    }
    input.on('data', take)
    input.resume()
  })
}

/** All that is piped in. */
export async function fromStdin(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text
}
