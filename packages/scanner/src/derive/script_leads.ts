import { defineDerivation } from '../source.ts'

/** Where a script file leads a crawler. */
export interface ScriptLeads {
  /** Addresses that stand in its strings and look as if the site answered them. */
  endpoints: readonly string[]
  /** Where its source map is, when it says so and does not carry it itself. */
  source_map: string | null
}

const MOST = 200
/** A string that is a path or an address: nothing that is put together at run time, nothing that is a pattern. */
const ADDRESS =
  /(["'`])((?:https?:\/\/[\w.-]+(?::\d+)?)?\/(?![/*])[\w\-./~%@:,+]{1,200}(?:\?[\w\-./~%@:,+=&]{0,200})?)\1/g
/** What is asked for by name, wherever it begins: `fetch('api/items')`, `$.get("list.php")`, `xhr.open('GET', 'x.json')`. */
const ASKED =
  /\b(?:fetch|axios(?:\.get)?|\$\.(?:get|getJSON|ajax)|\.open\(\s*["']GET["']\s*,)\s*\(?\s*(["'`])([\w\-./~%@:,+]{1,200}(?:\?[\w\-./~%@:,+=&]{0,200})?)\1/g
const SOURCE_MAP = /\/\/[#@]\s*sourceMappingURL=(\S{1,2000})\s*$/

export default defineDerivation({
  name: 'script_leads',
  needs: ['script'],
  derive({ script: { body, url, page } }): ScriptLeads {
    const found = new Set<string>()
    for (const pattern of [ASKED, ADDRESS]) {
      for (const [, , text] of body.matchAll(pattern)) {
        if (found.size >= MOST) break
        // Scripts resolve what they ask for against the page that runs them, not against their own file.
        const resolved = plausible(text!) ? URL.parse(text!, page) : null
        if (resolved) found.add(resolved.href)
      }
    }
    const map = SOURCE_MAP.exec(body.slice(-3_000))?.[1]
    return {
      endpoints: [...found],
      source_map: map && !map.startsWith('data:') ? (URL.parse(map, url)?.href ?? null) : null,
    }
  },
})

/** Not a media type, a date format, a bare slash, or a fraction of a word. */
function plausible(text: string): boolean {
  return /[a-z]{2}/i.test(text) && !/^(?:text|application|image|audio|video|font|multipart)\/[\w.+-]+$/.test(text)
}
