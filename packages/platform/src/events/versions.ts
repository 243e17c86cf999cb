import { rfc3339 } from '@lasthash/scanner'

/** An event as it is stored. */
interface StoredEvent {
  id: string
  type: string
  created_at: Date
  data: unknown
}

/**
 * What is sent to an endpoint, by the version that it was made for: a later version may shape events anew, and endpoints go on
 * getting what they know until they are told to change. Versions are only added.
 */
export const PAYLOADS = {
  /** As `GET /v1/events/{id}` gives it. */
  v1: ({ id, type, created_at, data }: StoredEvent): object => ({ id, type, created_at: rfc3339(created_at), data }),
} as const satisfies Record<string, (event: StoredEvent) => object>

export type ApiVersion = keyof typeof PAYLOADS
export const API_VERSIONS = Object.keys(PAYLOADS) as ApiVersion[]
/** Of endpoints that name none. */
export const LATEST: ApiVersion = 'v1'

/** The body that is sent. */
export function payloadOf(version: string, event: StoredEvent): string {
  return JSON.stringify(PAYLOADS[version as ApiVersion](event))
}
