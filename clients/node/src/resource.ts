import { Call, Page, PageCall } from './call.ts'
import { LastHashError } from './errors.ts'
import type { Answer, Request, RequestOptions, Transport } from './request.ts'

/** What all resources are: methods over one transport. */
export class Resource {
  protected readonly transport: Transport

  constructor(transport: Transport) {
    this.transport = transport
  }
}

/** A call that is answered with JSON. */
export function json<T>(transport: Transport, request: Request, options?: RequestOptions): Call<T> {
  return new Call<T>((raw) => transport.send(request, options, raw), jsonOf)
}

/** A call that is answered with a status alone. */
export function nothing(transport: Transport, request: Request, options?: RequestOptions): Call<void> {
  return new Call<void>(
    (raw) => transport.send(request, options, raw),
    () => {},
  )
}

/** A call that is answered with JSON, text or bytes, as the answer says. */
export function file<T>(transport: Transport, request: Request, options?: RequestOptions): Call<T> {
  const read = (answer: Answer) => {
    const type = answer.response.headers.get('content-type') ?? ''
    if (/^application\/json\b/i.test(type)) return jsonOf(answer)
    return /^text\/|[/+](json|xml)\b/i.test(type) ? new TextDecoder().decode(answer.bytes) : answer.bytes
  }
  return new Call(
    (raw) => transport.send({ ...request, accept: '*/*' }, options, raw),
    (answer) => read(answer) as T,
  )
}

/** A call that is answered with a list, which goes on for as many calls as it has pages. */
export function list<T>(transport: Transport, items: string, request: Request, options?: RequestOptions): PageCall<T> {
  const after = async (cursor: string) =>
    await list<T>(transport, items, { ...request, query: { ...request.query, cursor } }, options)
  return new PageCall<T>(
    (raw) => transport.send(request, options, raw),
    (answer) => {
      const body = jsonOf<Record<string, unknown>>(answer)
      return new Page(body[items] as T[], body.has_more ? (body.next_cursor as string) : null, after)
    },
  )
}

function jsonOf<T>({ bytes, response }: Answer): T {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new LastHashError(`${response.status}, and no JSON: ${JSON.stringify(text.slice(0, 80))}`, { cause })
  }
}
