import type { Coverage } from '../result.ts'
import { type Html, html } from './escape.ts'

const CATEGORIES: Readonly<Record<string, string>> = {
  'web-server': 'Server',
  'operating-system': 'Operating system',
  cms: 'Content management',
  shop: 'Shop',
  cdn: 'Network',
  waf: 'Firewall',
  'javascript-library': 'JavaScript library',
  'javascript-framework': 'JavaScript framework',
}

/** What the website runs and serves, with versions where they show. Null where nothing was seen. */
export function softwareSection(software: Coverage['software']): Html | null {
  if (!software || software.length === 0) return null
  return html`<section id="software" aria-labelledby="software-title">
<h2 id="software-title">Software that was seen</h2>
<div class="card">
<table><thead><tr><th scope="col">Name</th><th scope="col">Version</th><th scope="col">Kind</th><th scope="col">Sure</th></tr></thead>
<tbody>${software.map(
    ({ name, version, precision, version_confidence, packaged, category, confidence }) =>
      html`<tr><th scope="row">${name}</th><td>${version === null ? '–' : html`${version}${precision === 'range' && '.x'}${version_confidence < 50 && ' ?'}${packaged !== null && ` (${packaged})`}`}</td><td>${CATEGORIES[category] ?? capital(category)}</td><td>${confidence} %</td></tr>`,
  )}</tbody></table>
<p>A version with “?” may be that of something else. One that a distribution packages may have its flaws mended although the number does not tell.</p>
</div>
</section>`
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
