const WINDOW = 300_000 // milliseconds that an observation counts
const ENOUGH = 3 // hosts that all fail at once: it is unlikely that each has a fault of its own

/**
 * Whether this machine's own line is the one that is down: known by what became of other hosts. Each worker has its own,
 * for each has its own line.
 */
export class OwnNetwork {
  readonly #hosts = new Map<string, { at: number; answered: boolean }>()

  /** Writes down that a host has answered, in whatever way, or that nothing came back from it. */
  note(host: string, answered: boolean, at: number): void {
    this.#hosts.delete(host)
    this.#hosts.set(host, { at, answered })
    for (const [known, { at: seen }] of this.#hosts) {
      if (seen >= at - WINDOW) break // in the order of time
      this.#hosts.delete(known)
    }
  }

  /** True when, of late, several other hosts have failed and none has answered since the first of them did. */
  isSuspect(host: string, at: number): boolean {
    const others = [...this.#hosts].filter(([known, { at: seen }]) => known !== host && seen >= at - WINDOW)
    const failures = others.filter(([, { answered }]) => !answered)
    if (failures.length < ENOUGH - 1) return false
    const since = Math.min(...failures.map(([, { at: seen }]) => seen))
    return !others.some(([, { answered, at: seen }]) => answered && seen >= since)
  }
}
