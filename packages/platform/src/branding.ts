import type { Brand } from '@lasthash/scanner/report/brand'
import { sql } from 'kysely'
import type { Config } from './config.ts'
import type { Database } from './db/client.ts'

const KEPT_MS = 10_000 // bounds how long a change is not seen by other servers
const KEPT = 10_000

/** What an organisation may set; null: as the one above it has it, and else as LastHash has it. */
export interface Branding {
  name: string | null
  /** A `data:` address of a PNG or JPEG image. */
  logo: string | null
  /** `#rrggbb`: of bands, and of buttons. White text is readable on both. */
  colors: { primary: string; accent: string } | null
  /** Whom mails come from. */
  mail_sender: { name: string; address: string } | null
  report_footer: string | null
}

export const NO_BRANDING: Branding = { name: null, logo: null, colors: null, mail_sender: null, report_footer: null }

/** How an organisation shows itself, all things considered. */
export interface ShownBrand extends Branding {
  /** Where its people reach the service, without a slash at the end: its own domain once that leads here. */
  publicUrl: string
}

interface Row {
  own: Partial<Branding> | null
  above: Partial<Branding> | null
  domain: string | null
}

/** Brands by organisation and by domain, kept for seconds, so that most requests ask no database for one. */
export class Brands {
  readonly #config: Config
  readonly #database: Database
  readonly #known = new Map<string, { brand: ShownBrand; until: number }>()

  constructor(config: Config, database: Database) {
    this.#config = config
    this.#database = database
  }

  /** Of an organisation. Not to be called inside a transaction: it takes a connection of its own. */
  of(organizationId: string): Promise<ShownBrand> {
    return this.#find(organizationId, null)
  }

  /** Of whoever's domain it is, where nobody is logged in yet: `host` as the request names it. */
  ofHost(host: string | undefined): Promise<ShownBrand> {
    return this.#find(null, host?.toLowerCase() ?? '')
  }

  /** Forgets what was kept here; other servers do within seconds. */
  forget(): void {
    this.#known.clear()
  }

  async #find(id: string | null, domain: string | null): Promise<ShownBrand> {
    const key = id ?? `host ${domain}`
    const known = this.#known.get(key)
    if (known && known.until > Date.now()) return known.brand
    const { rows } = await sql<Row>`SELECT * FROM find_branding(${id}, ${domain})`.execute(this.#database.app)
    const brand = this.#shown(rows[0])
    if (this.#known.size >= KEPT) this.#known.clear()
    this.#known.set(key, { brand, until: Date.now() + KEPT_MS })
    return brand
  }

  #shown({ own, above, domain }: Row = { own: null, above: null, domain: null }): ShownBrand {
    const { publicUrl } = this.#config
    const shown: ShownBrand = {
      ...NO_BRANDING,
      publicUrl: domain ? `${new URL(publicUrl).protocol}//${domain}` : publicUrl,
    }
    for (const name of Object.keys(NO_BRANDING) as (keyof Branding)[])
      Object.assign(shown, { [name]: own?.[name] ?? above?.[name] ?? null })
    return shown
  }
}

/** As the pages and reports of the engine take it. */
export function reportBrand({ name, logo, colors, report_footer }: Branding): Brand {
  return { name, logo, primary: colors?.primary ?? null, footer: report_footer }
}
