import { CliError } from './cli-error.ts'

/** The text with each `{{env.NAME}}` replaced by that variable, so that no secret need be written down. Throws `CliError` for an unset one. */
export function filledIn(text: string, environment: NodeJS.ProcessEnv, where: string): string {
  return text.replace(/\{\{env\.(\w+)\}\}/g, (_, name: string) => {
    const given = environment[name]
    if (given === undefined) throw new CliError(`${where} names ${name}, and the environment has no ${name}.`)
    return given
  })
}
