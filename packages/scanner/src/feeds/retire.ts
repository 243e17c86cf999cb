import type { VersionRange } from '../derive/version-range.ts'
import { severityOfWord } from './cvss.ts'
import { add, advisoryKey, type Feed, isObject, type Json, type Loaded, list, summaryOf, text } from './feed.ts'
import type { Advisory } from './knowledge.ts'
import { readJson } from './store.ts'

/** What the repository calls by another name than npm does, where it does not say so itself. */
const NPM_NAMES: Readonly<Record<string, string>> = {
  ckeditor: 'ckeditor4',
  ember: 'ember-source',
  'jquery.prettyPhoto': 'prettyphoto',
  ExtJS: 'extjs',
  froala: 'froala-editor',
  threejs: 'three',
  highlightjs: 'highlight.js',
  'blueimp-file-upload': 'blueimp-file-upload',
}
/** `below: 3.999.999` says that a line is no more mended at all. */
const NEVER = /(?:^|\.)9{3,}(?:\.|$)/

/** The repository of retire.js, format of `jsrepository-v5.json`: by library, `vulnerabilities` with `atOrAbove` and `below`. */
export const retire: Feed = {
  name: 'retire',
  title: 'retire.js repository: JavaScript libraries',
  url: 'https://raw.githubusercontent.com/RetireJS/retire.js/master/repository/jsrepository-v5.json',
  mirrorPath: 'retire.json',
  maxBytes: 20_000_000,
  least: 20,
  terms: 'Apache-2.0, https://github.com/RetireJS/retire.js',
  async load(file) {
    const repository = await readJson(file)
    if (!isObject(repository)) throw new Error('it is no repository of libraries')
    const entries: Loaded['entries'] = new Map()
    let records = 0
    for (const [library, value] of Object.entries(repository)) {
      if (!isObject(value) || !Array.isArray(value.vulnerabilities) || library === 'retire-example') continue
      const name = text(value.npmname) ?? NPM_NAMES[library] ?? library
      for (const one of value.vulnerabilities) {
        const advisory = isObject(one) ? advisoryOf(library, one) : null
        if (!advisory) continue
        records++
        add(entries, advisoryKey('npm', name), advisory)
      }
    }
    return { entries, date: null, records }
  },
}

function advisoryOf(library: string, one: Json): Advisory | null {
  const names = isObject(one.identifiers) ? one.identifiers : {}
  const cves = list(names.CVE).filter((cve): cve is string => typeof cve === 'string' && cve.startsWith('CVE-'))
  const other = text(names.githubID) ?? text(names.issue) ?? text(names.bug) ?? text(names.retid) ?? text(names.PR)
  const parts = Array.isArray(one.ranges) ? one.ranges.filter(isObject) : [one]
  const ranges = parts.flatMap((part) => rangeOf(part) ?? [])
  // "No more mended" is an end of support, which another feed tells with its date.
  const isEndOfLife = cves.length === 0 && !text(names.githubID) && parts.some(({ below }) => NEVER.test(String(below)))
  if (ranges.length === 0 || isEndOfLife) return null
  return {
    id: cves[0] ?? other ?? `${library} before ${ranges[0]!.before}`,
    cves,
    ranges,
    severity: severityOfWord(one.severity) ?? 'medium',
    cvss: null,
    summary: summaryOf(names.summary) || `A known flaw of ${library}.`,
    references: list(one.info)
      .filter((url): url is string => typeof url === 'string' && /^https?:/.test(url))
      .slice(0, 5),
  }
}

function rangeOf({ below, atOrAbove, above }: Json): VersionRange | null {
  const before = text(below)
  if (!before) return null
  const from = text(atOrAbove) ?? text(above)
  return {
    ...(from && { from }),
    ...(!text(atOrAbove) && text(above) && { after: true }),
    ...(!NEVER.test(before) && { before }),
  }
}
