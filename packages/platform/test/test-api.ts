import assert from 'node:assert/strict'
import type { AddressInfo, Server } from 'node:net'
import { type AppOptions, buildApp } from '../src/app.ts'
import type { Context } from '../src/context.ts'

export interface TestApi {
  base: string
  server: Server
  /** A request with a key and, where `body` is given, JSON. */
  send(key: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** `send`, the status as expected, and the answer's JSON. */
  ask(key: string, method: string, path: string, body?: unknown, expected?: number): Promise<Json>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where that is not so
export type Json = any

/** The API on a port of its own. */
export async function startApi(context: Context, options?: AppOptions): Promise<TestApi> {
  const app = await buildApp(context, options)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const send: TestApi['send'] = (key, method, path, body, headers = {}) =>
    fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    base,
    server: app.server,
    send,
    async ask(key, method, path, body, expected) {
      const answer = await send(key, method, path, body)
      const text = await answer.text()
      if (expected === undefined) assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`)
      else assert.equal(answer.status, expected, `${method} ${path}: ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    },
    close: () => app.close(),
  }
}
