import { readdirSync, readFileSync } from 'node:fs'

/** Whether processes can be looked at, as on Linux. */
export const noProc = process.platform === 'linux' ? false : 'there is no /proc'

/** Process ids of those whose parent is `parent` and whose command line has `named` in it. */
export function childrenOf(parent: number, named: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => isChild(pid, parent) && read(`/proc/${pid}/cmdline`).includes(named))
    .map(Number)
}

/** Whether it runs: what has ended and was not yet fetched by its parent does not. */
export function isAlive(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`)
  return stat !== '' && !/\) [ZX] /.test(stat)
}

function isChild(pid: string, parent: number): boolean {
  const stat = read(`/proc/${pid}/stat`)
  // The name in parentheses may hold anything: what follows the last one is state and parent.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
}

/** Empty for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
