import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import type { ScansTable } from '../db/schema.ts'
import { type EngineSettings, engineOptions, openSettings } from '../resources/websites/settings.ts'
import type { Ending } from './end-scan.ts'

/** How the scan's website is to be scanned, secrets and all, or the end of a scan that cannot know. */
export async function settingsFor(
  { database, secrets, log }: Context,
  scan: Pick<Selectable<ScansTable>, 'id' | 'website_id'>,
): Promise<EngineSettings | Extract<Ending, { kind: 'failed' }>> {
  const row = await database.system
    .selectFrom('websites')
    .select(['settings', 'settings_secret'])
    .where('id', '=', scan.website_id)
    .executeTakeFirst()
  if (!row) return {}
  try {
    return engineOptions(openSettings(row, secrets))
  } catch (error) {
    log.error({ err: error, scan: scan.id }, 'the settings of a website cannot be read')
    const message =
      'The website’s headers, cookies and log-in were stored under another LASTHASH_SECRET: set them again, or set that secret.'
    return { kind: 'failed', error: { code: 'settings_unreadable', message } }
  }
}
