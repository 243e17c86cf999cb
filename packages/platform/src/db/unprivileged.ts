import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface User {
  uid: number
  gid: number
}

const READ = 4
const ENTER = 1

/**
 * Who runs PostgreSQL, which refuses to run as root: the owner of the files that are there; for new ones `nobody`, or
 * else the first user of /etc/passwd that is not root. Null when we are not root: then it runs as we do.
 */
export function databaseUser(cluster: string): User | null {
  if (process.getuid?.() !== 0) return null
  const there = statSync(cluster, { throwIfNoEntry: false })
  if (there && there.uid !== 0) return { uid: there.uid, gid: there.gid }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  return users.find(({ name }) => name === 'nobody') ?? users[0] ?? null
}

/** Whether `user` can enter every folder above `path`. */
export function canReach(user: User, path: string): boolean {
  return foldersAbove(path).every((folder) => hasRight(user, folder, ENTER))
}

/** The folders above `path` that `user` cannot enter. */
export function closedFolders(user: User, path: string): string[] {
  return foldersAbove(path).filter((folder) => !hasRight(user, folder, ENTER))
}

/** Whether `user` can reach the program at `path`, read it and run it. */
export function canRun(user: User, path: string): boolean {
  return canReach(user, path) && hasRight(user, path, READ | ENTER)
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [parent, ...foldersAbove(parent)]
}

function hasRight(user: User, path: string, right: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  return (bits & right) === right
}
