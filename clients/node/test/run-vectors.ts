import type { Outcome, Vector } from '../../conformance/vector.ts'
import { type ClientOptions, LastHash, Page, type RequestOptions, unwrap } from '../src/index.ts'

/** Does what a vector says, with the client at this address, and tells what came of it. */
export async function runVector(vector: Vector, address: string): Promise<Outcome> {
  const outcome: Outcome = { sleeps: [], warnings: [] }
  try {
    if (vector.unwrap) {
      const { body, headers, secret, now, tolerance } = vector.unwrap
      outcome.result = unwrap(body, headers, secret, { now, tolerance })
    } else {
      const client = new LastHash(optionsOf(vector, address, outcome))
      for (let time = 0; time < (vector.call!.times ?? 1); time++) await makeCall(client, vector.call!, outcome)
    }
  } catch (error) {
    outcome.error = told(error as Error & Record<string, unknown>)
  }
  return outcome
}

function optionsOf({ client = {}, random = 0 }: Vector, address: string, outcome: Outcome): ClientOptions {
  const { timeout, ...options } = camelled(client)
  return {
    apiKey: 'test-key',
    baseUrl: address,
    ...(timeout === undefined ? {} : { timeout: Number(timeout) * 1000 }),
    ...options,
    onWarning: (message) => outcome.warnings!.push(message),
    clock: {
      sleep: async (seconds) => {
        outcome.sleeps!.push(seconds)
      },
      random: () => random,
    },
  }
}

async function makeCall(client: LastHash, call: NonNullable<Vector['call']>, outcome: Outcome): Promise<void> {
  const { method, ids = [], params, options = {}, take = 'first', progress } = call
  const [resource, name] = method.split('.').map(camel) as [string, string]
  const { timeout, ...given } = camelled(options)
  const all: RequestOptions & Record<string, unknown> = { ...given }
  if (timeout !== undefined) all.timeout = Number(timeout) * 1000
  if (progress) {
    outcome.progress = []
    all.onProgress = ({ event }: { event: string }) => outcome.progress!.push(event)
  }
  // biome-ignore lint/suspicious/noExplicitAny: which method it is, the vector says
  const target = (client as any)[resource]
  if (typeof target?.[name] !== 'function') throw new Error(`There is no ${resource}.${name}.`)
  const called = target[name](
    ...ids,
    ...(params === undefined ? [] : [params]),
    ...padded(target[name], ids, params, all),
  )
  if (take === 'raw') {
    const response: Response = await called.asResponse()
    outcome.result = { status: response.status, etag: response.headers.get('etag'), text: await response.text() }
  } else if (take === 'first') {
    const value = await called
    outcome.result = value instanceof Page ? value.data : (value ?? null)
  } else {
    outcome.items = []
    for await (const item of called) {
      outcome.items.push(item)
      if (outcome.items.length === take) break
    }
  }
}

/** The options, where the method takes them: after params, also where the vector has none. */
function padded(method: { length: number }, ids: string[], params: unknown, options: object): unknown[] {
  if (Object.keys(options).length === 0) return []
  const missing = params === undefined && method.length > ids.length + 1 ? [undefined] : []
  return [...missing, options]
}

function told(error: Error & Record<string, unknown>): Outcome['error'] {
  const kind = error.name.replace(/^API(?=.)/, '').replace(/Error$/, '')
  const { message, status, code, request_id, retryable, retry_after, errors } = error
  const members = { status, code, request_id, retryable, retry_after, errors }
  return { kind: kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase() || 'api', message, ...members }
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function camelled(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [camel(name), value]))
}
