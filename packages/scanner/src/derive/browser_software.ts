import { BROWSER_GLOBALS } from '../../data/browser-globals.ts'
import { TECHNOLOGY_BY_KEY } from '../../data/software/index.ts'
import type { BrowserPage } from '../evidence.ts'
import { defineDerivation } from '../source.ts'
import { type Sighting, sighting } from './sighting.ts'

/** Libraries whose variable is listed under another name than their key. */
const KEYS: Readonly<Record<string, string>> = {
  prototypejs: 'prototype',
  'ext-js': 'extjs',
  'chart.js': 'chartjs',
  ckeditor: 'ckeditor4',
  'video.js': 'video-js',
  'pdf.js': 'pdfjs',
  alpinejs: 'alpine',
}
const LIBRARY_AT = new Map(BROWSER_GLOBALS.map(({ path, library }) => [path, library]))
/** Variables that tell the first number only. */
const FIRST_NUMBER = /[mM]ajor(?:Version)?$/

/** The libraries that say in the browser what they are: also those that a bundler left without any other mark. */
export function browserSoftware({ url, globals }: BrowserPage): Sighting[] {
  return Object.entries(globals).flatMap(([path, value]) => {
    const listed = LIBRARY_AT.get(path)
    const technology = listed && TECHNOLOGY_BY_KEY.get(keyOf(KEYS[listed] ?? listed, value))
    if (!technology) return []
    const version = /^v?(\d[\w.-]*)/.exec(value)?.[1] ?? null
    const precision = FIRST_NUMBER.test(path) ? 'range' : 'exact'
    return [
      sighting(technology, { signal: 'code', url, seen: `${path} = ${JSON.stringify(value)}`, version, precision }),
    ]
  })
}

/** Underscore and lodash share a variable; lodash was in its fourth line when Underscore was still in its first. */
function keyOf(key: string, value: string): string {
  return key === 'lodash' && /^1\./.test(value) ? 'underscore' : key
}

export default defineDerivation({
  name: 'browser_software',
  needs: ['browser'],
  derive: ({ browser }) => browserSoftware(browser),
})
