import { parseHtml } from '../src/derive/html.ts'
import { librariesIn } from '../src/derive/library-code.ts'
import { pageSoftware } from '../src/derive/page_software.ts'
import type { Sighting } from '../src/derive/sighting.ts'
import { Inventory, type Software } from '../src/derive/software.ts'
import type { Evidence } from '../src/evidence.ts'
import { builtinKnowledge } from '../src/feeds/builtin.ts'
import type { Knowledge } from '../src/feeds/knowledge.ts'
import { matchKnown } from '../src/feeds/match.ts'
import { type PageOptions, page } from './evidence.ts'

/** What a page, and script files beside it, tell of software. */
export function sightings(options: PageOptions, scripts: Readonly<Record<string, string>> = {}): Sighting[] {
  const seen = page(options)
  const fromPage = pageSoftware(seen, parseHtml(seen.body, seen.url))
  return [...fromPage, ...Object.entries(scripts).flatMap(([url, body]) => librariesIn(body, url))]
}

/** The list of software that they make. */
export function listed(...all: readonly (readonly Sighting[])[]): Software[] {
  const inventory = new Inventory()
  for (const one of all) inventory.add(one)
  return inventory.list()
}

/** That list, and what is known of it, as checks ask for them. */
export function softwareEvidence(
  options: PageOptions,
  scripts: Readonly<Record<string, string>> = {},
  knowledge: Knowledge = builtinKnowledge(),
): Pick<Evidence, 'software' | 'known'> {
  const software = listed(sightings(options, scripts))
  return { software, known: matchKnown(software, knowledge) }
}
