import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

const FILE = 'lasthash.lock'

interface Holder {
  pid: number
  /** Tells two processes of the same number apart; empty where the system does not say. */
  started: string
}

/**
 * Takes a folder for this process; gives the function that lets it go. The lock counts only while its holder lives, so a
 * killed one leaves nothing to clean up. Throws `StartError` that names the living holder.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, FILE)
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder)
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx', mode: 0o644 })
      return () => {
        if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    refuseIfHeld(file, folder)
    removeStale(file, folder)
  }
}

/** The living process that holds the folder, or null. */
export function holderOf(folder: string): number | null {
  const holder = readHolder(join(folder, FILE))
  return holder && isAlive(holder) ? holder.pid : null
}

function refuseIfHeld(file: string, folder: string): void {
  const holder = readHolder(file)
  if (!holder || !isAlive(holder)) return
  throw new StartError(
    `The data folder ${folder} is in use by process ${holder.pid}: stop it, set LASTHASH_DATA_DIR to another folder, or set LASTHASH_ROLE=worker to join it.`,
  )
}

/** Moved aside before it is removed: two that start at once must not remove each other's new lock for the old one. */
function removeStale(file: string, folder: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return // the other one was quicker
    throw error
  }
  try {
    refuseIfHeld(aside, folder)
  } catch (error) {
    linkSync(aside, file)
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
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
  const now = startOf(pid)
  return started === '' || now === '' || now === started
}

/** When a process began, so exactly that no other process of the same number ever gives the same text. */
function startOf(pid: number): string {
  if (process.platform === 'darwin') {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  }
  try {
    // proc(5): field 22 of /proc/pid/stat, in ticks since the boot that boot_id names.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  } catch {
    return ''
  }
}
