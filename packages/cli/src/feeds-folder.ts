import { join } from 'node:path'

/** Where feeds are kept: in the data folder, which a server on this machine shares. */
export function feedsFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment.LASTHASH_DATA_DIR?.trim() || './.lasthash', 'feeds')
}
