import type { Certificates } from './derive/certificates.ts'
import type { Sighting } from './derive/sighting.ts'
import { Inventory, type Software } from './derive/software.ts'
import type { Scope, Settled } from './evaluate.ts'
import type { EvidenceName, ExposedKey } from './evidence.ts'
import type { Knowledge } from './feeds/knowledge.ts'
import { type KnownOfSoftware, matchKnown } from './feeds/match.ts'
import { type ListedAddress, ListedAddresses } from './listed-addresses.ts'
import { type ListedFile, ListedFiles } from './listed-files.ts'

/** Which evidence tells of software, by where it comes from. What was not gathered tells nothing. */
const TELLING: Record<Scope | 'site', readonly EvidenceName[]> = {
  page: ['page_software'],
  script: ['script_software'],
  browser: ['browser_software'],
  site: ['page_software', 'error_software', 'cms_software', 'favicon_software'],
}

/** Sums up what all pages, scripts and probes of a scan tell of software and addresses, and what is known of those. */
export class SoftwareSum {
  readonly #inventory = new Inventory()
  readonly #knowledge: Knowledge
  readonly #addresses: ListedAddresses
  readonly #files: ListedFiles
  #certificates: Settled = { ok: false, reason: 'no certificate was seen' }

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
    this.#addresses = new ListedAddresses(knowledge)
    this.#files = new ListedFiles(knowledge)
  }

  /** Takes in one page, one script, or the site itself. `get` gives evidence by name, and never throws. */
  see(get: (name: EvidenceName) => Settled, from: Scope | 'site'): void {
    if (from === 'page' || from === 'site') this.#addresses.see(get)
    if (from !== 'browser') this.#files.see(get, from === 'script' ? 'script' : 'page')
    if (from === 'site') this.#certificates = get('certificates')
    for (const name of TELLING[from]) {
      const settled = get(name)
      if (settled.ok) this.#inventory.add(settled.value as readonly Sighting[])
    }
  }

  settle(): {
    software: { ok: true; value: Software[] }
    known: { ok: true; value: KnownOfSoftware[] }
    listed: { ok: true; value: ListedAddress[] }
    listed_files: { ok: true; value: ListedFile[] }
    exposed_keys: { ok: true; value: ExposedKey[] } | { ok: false; reason: string }
  } {
    const software = this.#inventory.list()
    return {
      software: { ok: true, value: software },
      known: { ok: true, value: matchKnown(software, this.#knowledge) },
      listed: { ok: true, value: this.#addresses.found },
      listed_files: { ok: true, value: this.#files.found },
      exposed_keys: this.#exposedKeys(),
    }
  }

  #exposedKeys(): { ok: true; value: ExposedKey[] } | { ok: false; reason: string } {
    if (!this.#certificates.ok) return this.#certificates
    if (!this.#knowledge.stamps().some(({ name }) => name === 'badkeys'))
      return { ok: false, reason: 'the feed badkeys was not fetched (lasthash feeds update)' }
    const { chain, path } = this.#certificates.value as Certificates
    const value = path.flatMap((place) => {
      const { subject, key } = chain[place]!
      const known = key.hash ? this.#knowledge.exposedKey(key.hash) : null
      return known ? [{ subject, ...known }] : []
    })
    return { ok: true, value }
  }
}
