// `node packages/platform/scripts/verify-audit.ts [org_…]` verifies the audit log of every organisation, or of one, with the
// service's own settings, whether the service runs or not. Exit codes: 0 whole, 1 a link is broken, 2 it could not be looked at.
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/client.ts'
import { holderOf } from '../src/db/lock.ts'
import { prepareDatabase } from '../src/db/prepare.ts'
import { verifyAuditLogs } from '../src/jobs/verify-audit-log.ts'
import { loadSecret, openSecrets } from '../src/secrets.ts'

async function main(only: string | undefined): Promise<number> {
  const config = readConfig(process.env)
  // A running service's embedded database is joined; otherwise it is started for as long as this takes.
  const role = holderOf(config.dataFolder) === null ? 'all' : 'worker'
  const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const signal = new AbortController().signal
  const prepared = await prepareDatabase({ ...config, role }, { tell, onRestart: () => {}, signal })
  const database = openDatabase({ url: prepared.url })
  try {
    const secrets = openSecrets(loadSecret(config.secret, config.dataFolder))
    const installation = await database.system.selectFrom('installation').select('secret_check').executeTakeFirst()
    if (installation && !installation.secret_check.equals(secrets.hashApiKey('installation')))
      throw new Error('LASTHASH_SECRET, or the data folder, is not the one that this database was set up with')
    let seen = 0
    let broken = 0
    for await (const { organizationId, entries, hash, fault } of verifyAuditLogs({ database, secrets }, only)) {
      seen++
      if (fault) broken++
      process.stdout.write(
        `${organizationId}: ${fault ? `BROKEN: ${fault}; ` : ''}${entries} entries whole, last hash ${hash}\n`,
      )
    }
    if (only !== undefined && seen === 0) throw new Error(`there is no organisation ${only}`)
    return broken > 0 ? 1 : 0
  } finally {
    await database.close()
    await prepared.stop()
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv[2]).catch((error: Error) => {
    process.stderr.write(`The audit log could not be verified: ${error.message}.\n`)
    return 2
  })
}
