import type { MonitorRunner } from '../src/jobs/run-monitors.ts'

/** A clock of the test's own: monitors are due by it, and nobody waits. */
export class Clock {
  /** Ahead of the real one, by which monitors are due when they are made. */
  #now = Date.now() + 60_000

  get now(): Date {
    return new Date(this.#now)
  }

  advance(seconds: number): void {
    this.#now += 1_000 * seconds
  }
}

/** Lets the interval pass and looks at what is due, then once more, as long after as a second look comes. */
export async function lookTwice(runner: MonitorRunner, clock: Clock, interval = 300): Promise<void> {
  await lookOnce(runner, clock, interval)
  await lookOnce(runner, clock, 11)
}

/** Lets the interval pass, spread included, and looks at what is due. */
export async function lookOnce(runner: MonitorRunner, clock: Clock, interval = 300): Promise<void> {
  clock.advance(Math.ceil(1.06 * interval))
  await runner.runDue(clock.now)
}
