import { visible } from '@lasthash/scanner/report/escape'
import { CliError } from './cli-error.ts'

/** What stderr says of an error: a sentence, or our own fault with its stack; with no key in it, and nothing that a terminal obeys. */
export function failureText(error: unknown, environment: NodeJS.ProcessEnv): string {
  const { message, stack } = error as Error
  const text = error instanceof CliError ? message : `a fault of ours: ${stack}`
  return visible(withoutKeys(text, environment))
}

function withoutKeys(text: string, { LASTHASH_API_KEY: key }: NodeJS.ProcessEnv): string {
  const known = key ? text.replaceAll(key, '[the key]') : text
  return known.replace(/\b(lh_(?:live|test)_|whsec_)[\w+/=-]{6,}/g, '$1…')
}
