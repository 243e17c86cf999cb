import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from './cli-error.ts'
import { nearest } from './nearest.ts'
import type { Asked, Json, Shown } from './server-action.ts'
import { type Recipe, TRIGGERS } from './triggers.ts'
import { list, quoted } from './words.ts'

const LOOK = 300 // milliseconds between two looks
const PATIENCE = 60_000 // milliseconds for a virtual scan, of which the slowest takes 20 s
const REASON = 'Made by lasthash trigger'

/** `lasthash trigger EVENT`: does what makes it, waits until it is listed, and shows it. */
export async function trigger(asked: Asked, live: boolean): Promise<Shown> {
  const type = asked.words[0]!
  const recipe = recipeOf(type)
  if (!asked.client.isTest && !live) {
    throw new CliError(
      'That makes things on the server, so it takes a test key (lh_test_…), which sees data of its own; or --live.',
    )
  }
  const before = (await newest(asked, type))?.id ?? ''
  await cook(asked, recipe)
  const end = Date.now() + PATIENCE
  for (;;) {
    const event = await newest(asked, type)
    if (event && event.id > before) {
      return { kind: 'said', answer: event, text: `${event.type}  ${event.id}` }
    }
    if (Date.now() > end) throw new CliError(`${type} did not happen within ${PATIENCE / 1000} s.`)
    await sleep(LOOK, undefined, { signal: asked.client.signal })
  }
}

function recipeOf(type: string): Recipe {
  const recipe = Object.hasOwn(TRIGGERS, type) ? TRIGGERS[type] : undefined
  if (recipe) return recipe
  const names = Object.keys(TRIGGERS)
  const meant = nearest(type, names)
  const what = meant ? `Did you mean ${meant}?` : `There are: ${list(names)}.`
  throw new CliError(`${quoted(type)} cannot be triggered. ${what}`)
}

async function newest({ client }: Asked, type: string): Promise<Json> {
  const page = (await client.call({ method: 'GET', path: '/v1/events', query: { type, limit: '1' } })) as Json
  return page.data?.[0]
}

async function cook(asked: Asked, recipe: Recipe): Promise<void> {
  if ('scan' in recipe) return scan(asked, recipe.scan, recipe.cancel === true)
  if ('website' in recipe) return website(asked)
  if ('key' in recipe) return key(asked)
  if ('webhook' in recipe) return webhook(asked)
  if ('fresh' in recipe) {
    await forget(asked, recipe.fresh)
    return scan(asked, recipe.fresh, false)
  }
  // A score moves when a decision is taken and the website is scanned again.
  const id = await someHigh(asked)
  if ('decide' in recipe) {
    await decide(asked, id, 'open')
    return decide(asked, id, 'accepted_risk')
  }
  await decide(asked, id, 'open')
  await scan(asked, 'vulnerable', false)
  await decide(asked, id, 'accepted_risk')
  await scan(asked, 'vulnerable', false)
}

async function scan({ client }: Asked, target: string, cancel: boolean): Promise<void> {
  const body = { url: `https://${target}.lasthash.test`, scan_type: 'full' }
  let one = (await client.call({ method: 'POST', path: '/v1/scans', body })) as Json
  if (cancel) await client.call({ method: 'POST', path: `/v1/scans/${one.id}/cancel` })
  while (one.status === 'queued' || one.status === 'running') {
    await sleep(LOOK, undefined, { signal: client.signal })
    one = (await client.call({ method: 'GET', path: `/v1/scans/${one.id}` })) as Json
  }
}

async function website(asked: Asked): Promise<void> {
  await forget(asked, 'clean')
  const url = 'https://clean.lasthash.test'
  await asked.client.call({ method: 'POST', path: '/v1/websites', body: { url } })
}

async function key({ client }: Asked): Promise<void> {
  const body = { name: REASON, scopes: ['websites:read'] }
  const { id } = (await client.call({ method: 'POST', path: '/v1/api-keys', body })) as Json
  await client.call({ method: 'DELETE', path: `/v1/api-keys/${id}` })
}

async function webhook({ client }: Asked): Promise<void> {
  const page = (await client.call({ method: 'GET', path: '/v1/webhooks', query: { limit: '1' } })) as Json
  const [one] = page.data ?? []
  if (!one) throw new CliError('There is no webhook to send it to: lasthash webhooks add makes one.')
  await client.call({ method: 'POST', path: `/v1/webhooks/${one.id}/test` })
}

/** So that what is found there is found for the first time. */
async function forget({ client }: Asked, target: string): Promise<void> {
  const query = { url: `https://${target}.lasthash.test/` }
  const page = (await client.call({ method: 'GET', path: '/v1/websites', query })) as Json
  for (const { id } of page.data ?? []) await client.call({ method: 'DELETE', path: `/v1/websites/${id}` })
}

async function someHigh(asked: Asked): Promise<string> {
  await scan(asked, 'vulnerable', false)
  const sites = (await asked.client.call({
    method: 'GET',
    path: '/v1/websites',
    query: { url: 'https://vulnerable.lasthash.test/' },
  })) as Json
  const query = { website_id: sites.data?.[0]?.id, severity: 'high', limit: '1' }
  const page = (await asked.client.call({ method: 'GET', path: '/v1/vulnerabilities', query })) as Json
  const [one] = page.data ?? []
  if (!one) throw new CliError('The virtual website has no vulnerability to decide about.')
  return one.id
}

async function decide({ client }: Asked, id: string, status: string): Promise<void> {
  const body = status === 'open' ? { status } : { status, reason: REASON }
  await client.call({ method: 'PATCH', path: `/v1/vulnerabilities/${id}`, body })
}
