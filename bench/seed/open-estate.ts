import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Context } from '../../packages/platform/src/context.ts'
import { openDatabase } from '../../packages/platform/src/db/client.ts'
import { startEmbedded } from '../../packages/platform/src/db/embedded.ts'
import { migrate } from '../../packages/platform/src/db/migrate.ts'
import { makePartitions } from '../../packages/platform/src/db/partitions.ts'
import { openContext } from '../../packages/platform/test/test-context.ts'
import { type Estate, findEstate, seedEstate } from './estate.ts'

const SECRET = 'of nothing but benches'.padEnd(32, '.')

export interface OpenEstate {
  estate: Estate
  context: Context
  /** As a superuser. */
  admin: pg.Client
  requests: number
  close(): Promise<void>
}

/**
 * The estate that the command line asks for: `--organizations`, `--websites`, `--vulnerabilities`, how many `--requests` are
 * timed for each figure, and `--keep FOLDER`: it stays there, and is used again, whatever its size, when it is there already.
 */
export async function openEstate(): Promise<OpenEstate> {
  const { values } = parseArgs({
    options: {
      organizations: { type: 'string', default: '1000' },
      websites: { type: 'string', default: '100000' },
      vulnerabilities: { type: 'string', default: '10000000' },
      requests: { type: 'string', default: '21' },
      keep: { type: 'string' },
    },
  })
  if (values.keep) mkdirSync(values.keep, { recursive: true })
  const folder = values.keep ?? mkdtempSync(join(process.env.LASTHASH_BENCH_DIR ?? tmpdir(), 'lasthash-bench-'))
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded(folder)
  const admin = new pg.Client({ connectionString: embedded.url })
  await admin.connect()
  await admin.query("ALTER SYSTEM SET max_wal_size = '8GB'")
  await admin.query('SELECT pg_reload_conf()')
  await migrate(embedded.url)
  const database = openDatabase({ url: embedded.url })
  await makePartitions(database.system)
  const context = await openContext(database, { LASTHASH_SECRET: SECRET })
  const size = {
    organizations: Number(values.organizations),
    websites: Number(values.websites),
    vulnerabilities: Number(values.vulnerabilities),
  }
  const estate =
    (await findEstate(admin, context.secrets)) ??
    (await seedEstate(embedded.url, context.secrets, size, (line) => console.error(line)))
  return {
    estate,
    context,
    admin,
    requests: Number(values.requests),
    async close() {
      await context.queue.stop()
      await database.close()
      await admin.end()
      await embedded.stop()
      if (!values.keep) rmSync(folder, { recursive: true, force: true })
    },
  }
}
