const LONGEST_WAIT = 30 // seconds

/** Seconds of `Prefer: wait=N` (RFC 7240 section 4.3); what is not understood is ignored, as section 2 asks. */
export function preferredWait(header: string | string[] | undefined): number {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:[,;]|$)/i.exec([header ?? ''].flat().join(','))?.[1]
  return Math.min(Number(seconds ?? 0), LONGEST_WAIT)
}
