import { readFileSync } from 'node:fs'
import type { Login } from '@lasthash/scanner'
import { CliError } from './cli-error.ts'
import { filledIn } from './environment-text.ts'

const TEXTS = ['url', 'username', 'password', 'username_field', 'password_field', 'logged_in', 'logged_out'] as const
const KNOWN: readonly string[] = [...TEXTS, 'fields', 'steps']

/**
 * Reads the JSON file that `--login` names. `{{env.NAME}}` in any text stands for that variable of the environment, so that
 * the file need hold no password. Throws `CliError` that names what is wrong with it.
 */
export function readLogin(path: string, environment: NodeJS.ProcessEnv): Login {
  let login: unknown
  try {
    login = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CliError(`${path} cannot be read as a log-in: ${(error as Error).message}`)
  }
  const wrong = (what: string) => new CliError(`${path} is no log-in: ${what}`)
  if (!isObject(login)) throw wrong('it must hold one JSON object.')
  const unknown = Object.keys(login).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) throw wrong(`there is no "${unknown}"; ${KNOWN.join(', ')} are.`)
  for (const name of TEXTS)
    if (login[name] !== undefined && typeof login[name] !== 'string') throw wrong(`"${name}" must be a text.`)
  const { steps, url, username, password } = login
  const isForm = url !== undefined && username !== undefined && password !== undefined
  if (steps === undefined && !isForm) throw wrong('it needs "url", "username" and "password", or "steps".')
  if (steps !== undefined && !(Array.isArray(steps) && steps.length > 0 && steps.every(isStep))) {
    throw wrong('"steps" must be a list of objects, each with a "url".')
  }
  return filled(login, environment, path) as Login
}

function isStep(step: unknown): boolean {
  return isObject(step) && typeof step.url === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function filled(value: unknown, environment: NodeJS.ProcessEnv, path: string): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, environment, path))
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, environment, path)]))
  }
  if (typeof value !== 'string') return value
  return filledIn(value, environment, path)
}
