import { BACKUP_PATHS } from './exposure-paths/backups.ts'
import { CONFIGURATION_PATHS } from './exposure-paths/configuration.ts'
import { DEBUG_PATHS } from './exposure-paths/debug.ts'
import { type ExposurePath, places } from './exposure-paths/path.ts'
import { SECRET_PATHS } from './exposure-paths/secrets.ts'
import { SHELL_PATHS } from './exposure-paths/shells.ts'
import { OPEN_SERVICES } from './open-services.ts'
import { PANELS, SHARED_PANEL_PATHS } from './panels.ts'

export type { ExposurePath }

/** The order is the order of asking: what leaks most comes first, so that a budget that runs out costs least. */
export const EXPOSURE_PATHS: readonly ExposurePath[] = once([
  ...SECRET_PATHS,
  ...CONFIGURATION_PATHS,
  ...BACKUP_PATHS,
  ...DEBUG_PATHS,
  ...SHELL_PATHS,
  ...OPEN_SERVICES.filter(({ id }) => id !== 'firebase').flatMap(({ paths, name, only = ['service'] }) =>
    places('service', `${name}, open to everyone.`, paths, only === 'any' ? {} : { only }),
  ),
  ...places('panel', 'A log-in page or an administration.', SHARED_PANEL_PATHS),
  ...PANELS.flatMap(({ paths, name, only }) => places('panel', `The log-in of ${name}.`, paths, only ? { only } : {})),
])

/** Several tables may name one path: the first says when it is asked. The start page is there anyway. */
function once(paths: readonly ExposurePath[]): ExposurePath[] {
  const known = new Set(['/'])
  return paths.filter(({ path }) => !known.has(path) && known.add(path))
}
