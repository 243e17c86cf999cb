import type { ExitCode } from './cli-error.ts'
import { type ActionSpec, type CommandSpec, type Options, SERVER, type Values } from './command.ts'
import type { ServerClient } from './server-client.ts'
import type { Column } from './table.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a server answers is shown, field by field, and what is not there is left out
export type Json = any

export interface Asked {
  words: readonly string[]
  values: Values
  client: ServerClient
  environment: NodeJS.ProcessEnv
  /** The id of a website that was named by its id or address. */
  website(word: string): Promise<string>
}

/** What comes of an action: the API's answer for `--json`, and how people read it. */
export type Shown = { code?: ExitCode } & (
  | {
      kind: 'list'
      answer: { data: unknown[]; has_more: boolean }
      columns: readonly Column<Json>[] /** Said of an empty one. */
      none: string
    }
  | { kind: 'object'; answer: unknown; fields: readonly (readonly [title: string, value: unknown])[] }
  | { kind: 'said'; answer: unknown; text: string }
  | { kind: 'file'; content: string | Uint8Array }
  /** Everything was said already. */
  | { kind: 'done' }
)

export interface ServerAction extends ActionSpec {
  ask(asked: Asked): Promise<Shown>
  /** The question to answer first, of what cannot be undone. */
  confirm?(asked: Asked): string
}

/** What lists take. */
export const LIST: Options = {
  limit: { value: 'N', help: 'show N of them (50)' },
  all: { help: 'show all of them' },
}
/** What removing takes. */
export const YES: Options = { yes: { short: 'y', help: 'do not ask whether you are sure' } }

/** A command of which every action speaks to a server. */
export function serverCommand(spec: {
  name: string
  default?: string
  more?: string
  actions: readonly ServerAction[]
}): CommandSpec {
  const actions = spec.actions.map((action) => ({ ...action, options: { ...action.options, ...SERVER } }))
  return {
    ...spec,
    actions,
    async run(invocation, environment) {
      const action = spec.actions.find(({ name }) => name === invocation.action.name)!
      const { runServerAction } = await import('./server-command.ts')
      return runServerAction(action, invocation, environment)
    },
  }
}

/** The `ask` of an action that lists. */
export function listing(spec: {
  path: string | ((asked: Asked) => string)
  query?: (asked: Asked) => Query | Promise<Query>
  columns: readonly Column<Json>[]
  none: string
  /** What the rows stand under, where it is not `data`. */
  rows?: string
}): ServerAction['ask'] {
  return async (asked) => {
    const { listed } = await import('./server-command.ts')
    const path = typeof spec.path === 'string' ? spec.path : spec.path(asked)
    const answer = await listed(asked, path, await spec.query?.(asked), spec.rows)
    return { kind: 'list', answer, columns: spec.columns, none: spec.none }
  }
}

type Query = Record<string, string | null | undefined>

/** The `ask` of an action that removes one object by its id. */
export function removal(collection: string): ServerAction['ask'] {
  return async ({ words, client }) => {
    const id = words[0]!
    const answer = await client.call({ method: 'DELETE', path: `/v1/${collection}/${encodeURIComponent(id)}` })
    return { kind: 'said', answer: answer ?? { id, deleted: true }, text: `${id} is removed.` }
  }
}

/** The id of a website as a query parameter, when one was named. */
export async function websiteQuery({ values, website }: Asked): Promise<Query> {
  const word = values.website
  return typeof word === 'string' ? { website_id: await website(word) } : {}
}

/** `0/2/5/8`: critical, high, medium, low. */
export function severityCounts(counts: Json): string | null {
  if (typeof counts !== 'object' || counts === null) return null
  return ['critical', 'high', 'medium', 'low'].map((severity) => counts[severity] ?? 0).join('/')
}
