import { type Exchange, headerValues } from '../net/exchange.ts'

/** The statuses on which browsers follow Location (Fetch section 2.2.6, "redirect status"). */
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Where a response sends the browser; null when it is no redirect, or its Location is no URL. */
export function redirectOf({ request, response }: Exchange): URL | null {
  if (!REDIRECTS.has(response.status)) return null
  const [location] = headerValues(response.headers, 'location')
  return location ? URL.parse(location, request.url) : null
}
