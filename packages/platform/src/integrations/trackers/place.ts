import type { Selectable } from 'kysely'
import type { Context } from '../../context.ts'
import type { IntegrationsTable } from '../../db/schema.ts'
import type { Place } from './tracker.ts'

/** Where an integration makes issues, with its secrets; and those by themselves, for no message to show. */
export function placeOf(
  { secrets }: Pick<Context, 'secrets'>,
  { base_url, settings, secrets: sealed }: Pick<Selectable<IntegrationsTable>, 'base_url' | 'settings' | 'secrets'>,
): { place: Place; words: string[] } {
  const hidden: Record<string, string> = JSON.parse(secrets.open(sealed).toString())
  const place = { base_url, settings: { ...(settings as Record<string, string>), ...hidden }, fields: {} }
  return { place, words: Object.values(hidden) }
}
