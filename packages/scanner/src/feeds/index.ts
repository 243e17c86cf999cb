import { badkeys } from './badkeys.ts'
import { endoflife } from './endoflife.ts'
import { epss, kev } from './exploitation.ts'
import type { Feed } from './feed.ts'
import { osvFeed } from './osv.ts'
import { retire } from './retire.ts'
import { urlhaus } from './urlhaus.ts'
import { urlhausPayloads } from './urlhaus-payloads.ts'
import { wordfence } from './wordfence.ts'

/** Every feed that there is a loader for, in the order in which they are shown and updated: small ones first. */
export const FEEDS: readonly Feed[] = [
  kev,
  retire,
  epss,
  endoflife,
  urlhaus,
  urlhausPayloads,
  wordfence,
  badkeys,
  osvFeed('Bitnami', 500),
  osvFeed('Packagist', 500),
  osvFeed('RubyGems', 200),
  osvFeed('PyPI', 1_000),
  osvFeed('Maven', 500),
  osvFeed('NuGet', 100),
  osvFeed('npm', 1_000, 600_000_000),
]
