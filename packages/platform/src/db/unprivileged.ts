import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface User {
  name: string
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root: as root it runs as this user, who has no rights of its own. Null for anyone else,
 * who runs it as themselves.
 */
export function databaseUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  return users.find(({ name }) => name === 'nobody') ?? users.find(({ uid }) => uid > 0) ?? null
}

/** Whether `user` can enter every folder on the way to `path` (its parents; not `path` itself). */
export function canReach(user: User, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
    if ((bits & 1) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
