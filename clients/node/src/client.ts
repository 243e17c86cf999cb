import { Call } from './call.ts'
import { type ClientOptions, type RequestOptions, Transport } from './request.ts'
import { Surface } from './surface.ts'

/** The LastHash API. */
export class LastHash extends Surface {
  readonly #options: ClientOptions
  readonly #transport: Transport

  /** Throws when there is no API key, neither given nor in the environment. */
  constructor(options: ClientOptions = {}) {
    const transport = new Transport(options)
    super(transport)
    this.#options = options
    this.#transport = transport
  }

  /** Another client, with these options in place of its own: `client.withOptions({ organization: 'org_…' })`. */
  withOptions(options: ClientOptions): LastHash {
    return new LastHash({ ...this.#options, ...options })
  }

  /** Any operation, such as one that this version does not know: `client.request('GET', '/v1/usage')`. */
  request<T = unknown>(
    method: string,
    path: string,
    { query, body, ...options }: RequestOptions & { query?: object; body?: unknown } = {},
  ): Call<T> {
    const request = { operation: `${method} ${path}`, method, path, query, body }
    return new Call<T>(
      (raw) => this.#transport.send(request, options, raw),
      ({ bytes }) => (bytes?.length ? JSON.parse(new TextDecoder().decode(bytes)) : undefined),
    )
  }
}
