import { defineCheck, fail, pass, skip } from '../../check.ts'
import { Screen } from '../../derive/screen.ts'
import { vectors } from '../../vectors.ts'

/** Two marks of each server's listing: title, and the markup of its list. */
const LISTINGS: readonly [server: string, title: RegExp, markup: RegExp][] = [
  ['Apache', /<title>Index of \//i, /<h1>Index of \/[\s\S]{0,2000}?(?:\?C=[NMSD];O=[AD]|>\s?Parent Directory<)/i],
  ['nginx', /<title>Index of \//, /<h1>Index of \/[^<]*<\/h1><hr><pre><a href="\.\.\/">\.\.\/<\/a>/],
  ['lighttpd', /<title>Index of \//, /<div class="foot">lighttpd|<table summary="Directory Listing"/],
  ['IIS', /<title>[^<]{1,200} - \/[^<]*<\/title>/i, /<A HREF="[^"]*">\[To Parent Directory\]<\/A>/i],
  ['Python', /<title>Directory listing for \//, /<h1>Directory listing for \/[^<]*<\/h1>\s*<hr>\s*<ul>/],
  ['Jetty', /<title>Directory: \//, /<h1 class="title">Directory: \/|<H1>Directory: \//],
  ['Tomcat', /<title>Directory Listing For \[?\//, /<h1>Directory Listing For \[?\//],
  ['serve-index', /<title>listing directory \//, /<ul id="files"/],
  [
    'Caddy',
    /<title>[^<]{0,200}<\/title>/,
    /<div class="listing[^"]*">[\s\S]{0,4000}?<span class="goup">|id="filter"[^>]*onkeyup='filter\(\)'/,
  ],
  ['Webpack and other Node servers', /<title>Index of \//, /<h1>Index of \/[^<]*<\/h1>\s*<table><tr><td><code>\(d/],
]
const SCREEN = new Screen(LISTINGS, ([, , markup]) => [markup])

export default defineCheck({
  id: 'content/directory-listing',
  question: 'Does the server keep the contents of its folders to itself?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 548,
  owasp_2021: ['A01:2021', 'A05:2021'],
  owasp_2025: ['A01:2025', 'A02:2025'],
  capec: [127],
  references: ['https://cwe.mitre.org/data/definitions/548.html'],
  outcomes: {
    listed: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The server lists the files of a folder',
      why: 'Visitors see every file, also those that nothing links to: backups, uploads, forgotten versions.',
      fix: 'Switch listings off, or put an index file into the folder.',
      settings: {
        nginx: 'autoindex off;',
        apache: 'Options -Indexes',
        iis: '<directoryBrowse enabled="false" />',
        caddy: 'file_server without browse',
      },
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    if (page.status !== 200) return skip('the page is no success')
    const likely = SCREEN.of(page.body)
    const listing = likely.find(([, title, markup]) => title.test(page.body) && markup.test(page.body))
    return listing ? fail('listed', page.url, html.title ?? '') : pass(html.title ?? '')
  },
})
