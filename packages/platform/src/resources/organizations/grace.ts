/** Days between the wish and the end, in which it can be taken back. */
export const GRACE = 30

/** When the organisation is gone, if nobody takes it back. */
export function deleteAfter(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + GRACE * 86_400_000)
}
