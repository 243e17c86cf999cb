/** Each class of response times is a tenth wider than the one below: percentiles read from them are right to within 5%. */
const GROWTH = 1.1

/** How often each class was seen, by its number. Two of them add up, which percentiles themselves do not. */
export type ResponseTimes = Record<string, number>

/** The histogram with one more time in it, in milliseconds. */
export function addTime(times: ResponseTimes, milliseconds: number): ResponseTimes {
  const name = String(Math.round(Math.log(Math.max(1, milliseconds)) / Math.log(GROWTH)))
  return { ...times, [name]: (times[name] ?? 0) + 1 }
}

export function mergeTimes(all: readonly ResponseTimes[]): ResponseTimes {
  const merged: ResponseTimes = {}
  for (const times of all) for (const [name, count] of Object.entries(times)) merged[name] = (merged[name] ?? 0) + count
  return merged
}

/** The time in milliseconds that `share` (0 to 1) of all stay within (nearest rank); null when there are none. */
export function percentile(times: ResponseTimes, share: number): number | null {
  const classes = Object.entries(times).sort(([a], [b]) => Number(a) - Number(b))
  const total = classes.reduce((sum, [, count]) => sum + count, 0)
  let left = Math.max(1, Math.ceil(share * total))
  for (const [name, count] of classes) {
    left -= count
    if (left <= 0) return Math.round(GROWTH ** Number(name))
  }
  return null
}
