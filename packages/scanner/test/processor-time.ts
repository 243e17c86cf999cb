/**
 * Milliseconds of processor time that `work` takes in this process: unlike the wall clock it does not grow when the
 * machine is busy with something else, so that a bound on it fails only for work that is itself too much.
 */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
