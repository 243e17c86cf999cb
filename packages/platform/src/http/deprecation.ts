import { ApiError } from '../errors.ts'
import type { Deprecation } from './route.ts'

/**
 * Headers of a route that will go: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and where to read about it. Throws `gone`
 * once its time has come.
 */
export function deprecationHeaders(
  { since, sunset, docs, successor }: Deprecation,
  now = Date.now(),
): Record<string, string> {
  const at = new Date(sunset).toUTCString()
  const link = `<${docs}>; rel="deprecation", <${docs}>; rel="sunset", <${successor}>; rel="successor-version"`
  const headers = { deprecation: `@${Math.floor(since / 1000)}`, sunset: at, link }
  if (now >= sunset) throw new ApiError('gone', `This was withdrawn on ${at}. Use ${successor} instead.`, { headers })
  return headers
}
