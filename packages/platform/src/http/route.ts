import type { Kysely } from 'kysely'
import type { Static, TObject, TSchema } from 'typebox'
import type { Context } from '../context.ts'
import type { Schema } from '../db/schema.ts'
import type { ErrorCode } from '../errors.ts'
import type { Caller } from './authenticate.ts'
import type { Scope } from './scopes.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** What a handler gets. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  context: Context
  caller: Caller
  organizationId: string
  params: P
  query: Q
  body: B
  /** As the caller's organisation. In POST, PATCH and DELETE it is the transaction that the whole request runs in. */
  db: Kysely<Schema>
  /** Where the organisation's people reach the service, without a slash at the end. */
  publicUrl: string
  requestId: string
  headers: Record<string, string | string[] | undefined>
  /** Fires when the client has gone. */
  signal: AbortSignal
}

export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** Runs after the transaction is committed and before the answer is sent; its result replaces the body. */
  afterCommit?: () => Promise<Pick<Reply, 'status' | 'body'>>
}

/** Announces that a route will go, or has gone. Times are milliseconds since the epoch. */
export interface Deprecation {
  since: number
  sunset: number
  /** Where it is explained, and what to use instead. */
  docs: string
  successor: string
}

interface Answer {
  description: string
  schema?: TSchema
  example?: unknown
  /** Of what `schema` describes; JSON unless told. */
  type?: string
  /** Further forms of the same answer: an example of each by its media type. */
  otherTypes?: Record<string, string>
  /** Set when it is sent as it is made, so without a tag. */
  streamed?: true
  /** Set when the answer says where the object is. */
  location?: boolean
}

export interface RouteDefinition<P extends TObject, Q extends TObject, B extends TSchema> {
  method: Method
  /** With parameters as `/v1/websites/:website_id`. */
  path: string
  operationId: string
  summary: string
  description?: string
  scope: Scope
  params?: P
  query?: Q
  body?: B
  /** The body may be left out, and is `{}` then. */
  bodyOptional?: boolean
  /** Request headers that this route alone knows, for the docs: what each does. */
  headers?: Record<string, string>
  /** Of the body, for the docs. */
  example?: Static<B>
  /** The success answers by status. */
  answers: Record<number, Answer>
  /** Besides those that any route may give. */
  errors?: readonly ErrorCode[]
  deprecation?: Deprecation
  handler: (call: Call<Static<P>, Static<Q>, Static<B>>) => Promise<Reply>
}

/** A route with its types erased, as the router, the docs and the tests see it. */
export type Route = RouteDefinition<TObject, TObject, TSchema>

/** Declares a route once: router, validation, scope check, OpenAPI and the test that walks all routes are fed by it. */
export function route<P extends TObject, Q extends TObject, B extends TSchema>(
  definition: RouteDefinition<P, Q, B>,
): Route {
  return definition as unknown as Route
}
