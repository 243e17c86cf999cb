import { hash } from 'node:crypto'
import { ApiError } from '../errors.ts'

/** A strong entity tag of what is sent (RFC 9110 section 8.8.3). */
export function etagOf(body: string): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`
}

/** Whether `If-None-Match` names the tag: weak comparison, as RFC 9110 section 13.1.2 has it. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && tagsOf(ifNoneMatch).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}

/** Strong comparison of `If-Match` (section 13.1.1). Throws `precondition_failed` with the present tag. */
export function requireMatch(ifMatch: string | undefined, etag: string): void {
  if (ifMatch === undefined || tagsOf(ifMatch).some((tag) => tag === '*' || tag === etag)) return
  throw new ApiError(
    'precondition_failed',
    'The object has changed since you got it. Get it again and repeat the change on it.',
    { headers: { etag } },
  )
}

function tagsOf(field: string): string[] {
  return field.split(',').map((tag) => tag.trim())
}
