import { safeJson } from '@lasthash/scanner/report/escape'
import { CliError, type ExitCode } from './cli-error.ts'
import { flag, type Invocation, text } from './command.ts'
import { connectionOf } from './connection.ts'
import { deliver } from './deliver.ts'
import { numberOf, serverOf } from './scan-arguments.ts'
import type { Asked, Json, ServerAction, Shown } from './server-action.ts'
import { ServerClient } from './server-client.ts'
import { stopSignal } from './stop-signal.ts'
import { fields, table } from './table.ts'
import { confirmed } from './terminal.ts'

const PAGE = 100 // the most that one request gives
const SHOWN = 50 // rows, unless --limit says more

/** Runs one action of a command that speaks to a server: asks, and shows the answer as a table, as lines, or as JSON. */
export async function runServerAction(
  action: ServerAction,
  { words, values }: Invocation,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const client = clientOf(values, environment)
  const asked: Asked = { words, values, client, environment, website: (word) => websiteId(client, word) }
  if (action.confirm && !flag(values, 'yes')) await confirmed(action.confirm(asked))
  const shown = await action.ask(asked)
  const json = flag(values, 'json')
  if (shown.kind === 'done') return shown.code ?? 0
  if (shown.kind === 'file') await deliver(shown.content, text(values, 'output'))
  else await deliver(json ? `${safeJson(shown.answer)}\n` : textOf(shown), null)
  if (shown.kind === 'list' && shown.answer.has_more && !json && !flag(values, 'quiet'))
    process.stderr.write(`There are more: --limit N shows more of them, --all all.\n`)
  return shown.code ?? 0
}

/** The client that options, environment and profiles make. */
export function clientOf(values: Invocation['values'], environment: NodeJS.ProcessEnv): ServerClient {
  const options = { server: serverOf(text(values, 'server')), profile: text(values, 'profile') }
  const { server, key } = connectionOf(options, environment)
  return new ServerClient(server, key, stopSignal())
}

/** As many rows of a list as were asked for, over its pages. */
export async function listed(
  { client, values }: Asked,
  path: string,
  query: Record<string, string | null | undefined> = {},
  rows = 'data',
): Promise<Json> {
  const wish = numberOf('limit', text(values, 'limit'), 'a whole number from 1', (n) => Number.isInteger(n) && n > 0)
  const most = flag(values, 'all') ? Number.POSITIVE_INFINITY : (wish ?? SHOWN)
  const data: Json[] = []
  let cursor: string | null = null
  do {
    const limit = String(Math.min(PAGE, most - data.length))
    const page = (await client.call({ method: 'GET', path, query: { ...query, limit, cursor } })) as Json
    if (!Array.isArray(page?.[rows]))
      throw new CliError('The server does not answer as a LastHash server does: that is no list.')
    data.push(...page[rows])
    cursor = page.next_cursor ?? null
  } while (cursor !== null && data.length < most)
  return { object: 'list', data, has_more: cursor !== null, next_cursor: cursor }
}

function textOf(shown: Exclude<Shown, { kind: 'file' | 'done' }>): string {
  switch (shown.kind) {
    case 'said':
      return `${shown.text}\n`
    case 'object':
      return `${fields(shown.fields).join('\n')}\n`
    case 'list': {
      if (shown.answer.data.length === 0) return `${shown.none}\n`
      const width = process.stdout.isTTY ? process.stdout.columns || 80 : null
      return `${table(shown.answer.data as Json[], shown.columns, width).join('\n')}\n`
    }
  }
}

/** A website by its id or, as people know it, by its address. */
async function websiteId(client: ServerClient, word: string): Promise<string> {
  if (/^ws_\w+$/.test(word)) return word
  const url = URL.canParse(word) ? word : `https://${word}`
  const page = (await client.call({ method: 'GET', path: '/v1/websites', query: { url } })) as Json
  const [found] = page?.data ?? []
  if (found) return found.id
  throw new CliError(`No website is registered for ${word}: lasthash websites add ${word} does that.`)
}
