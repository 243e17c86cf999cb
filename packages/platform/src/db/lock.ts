import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

const FILE = 'lasthash.lock'

interface Holder {
  pid: number
  /** Tells two processes of the same number apart; empty where the system does not say. */
  started: string
}

/**
 * Takes a data folder for this process; gives the function that lets it go. The lock counts only while its holder lives,
 * so a killed one leaves nothing to clean up. Throws `StartError` that names the living holder.
 */
export function lockDataFolder(folder: string): () => void {
  const file = join(folder, FILE)
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder)
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx', mode: 0o600 })
      return () => {
        if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (holder && isAlive(holder)) {
      throw new StartError(
        `The data folder ${folder} is in use by process ${holder.pid}: stop it, or set LASTHASH_DATA_DIR to another folder, or LASTHASH_ROLE=worker to join it.`,
      )
    }
    rmSync(file, { force: true })
  }
}

/** The living process that holds the folder, or null. */
export function holderOf(folder: string): number | null {
  const holder = readHolder(join(folder, FILE))
  return holder && isAlive(holder) ? holder.pid : null
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return startOf(pid) === started
}

/** When a process began, in the kernel's own unit (proc(5), field 22 of /proc/pid/stat). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
