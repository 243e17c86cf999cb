import { APPLICATIONS } from './applications.ts'
import { CMS } from './cms.ts'
import { FRAMEWORKS } from './frameworks.ts'
import { LIBRARIES } from './libraries.ts'
import { SERVERS } from './servers.ts'
import { SERVICES } from './services.ts'
import type { Technology } from './technology.ts'

/** Everything that we tell by its signs. */
export const TECHNOLOGIES: readonly Technology[] = [
  ...SERVERS,
  ...FRAMEWORKS,
  ...CMS,
  ...LIBRARIES,
  ...SERVICES,
  ...APPLICATIONS,
]

export const TECHNOLOGY_BY_KEY: ReadonlyMap<string, Technology> = new Map(TECHNOLOGIES.map((one) => [one.key, one]))
