/**
 * What retire.js finds in a folder of scripts and we do not, and the other way round.
 *
 *   node bench/software.ts FOLDER JSREPOSITORY        (retire.js 5.7.0 comes by npm exec)
 *
 * FOLDER holds library files, of any names; JSREPOSITORY is a copy of retire.js's repository/jsrepository-v5.json. Both
 * sides read the same files and the same repository, so that what differs is detection.
 *
 * Measured on 68 files of some 60 npm packages: of 32 libraries that retire.js saw we saw 31 (not Svelte's compiler, which no site
 * serves), and 13 that it did not; of 181 flaws 173, and 24 that it did not; 1.4 s against 32 s (busy machine).
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { librariesIn } from '../packages/scanner/src/derive/library-code.ts'
import { Inventory } from '../packages/scanner/src/derive/software.ts'
import { FEEDS } from '../packages/scanner/src/feeds/index.ts'
import { matchKnown } from '../packages/scanner/src/feeds/match.ts'
import { FeedStore } from '../packages/scanner/src/feeds/store.ts'
import { openKnowledge } from '../packages/scanner/src/feeds/stored.ts'
import { updateFeed } from '../packages/scanner/src/feeds/update.ts'

/** By file: `library version`, and identifiers of flaws. */
type Found = Map<string, { libraries: Set<string>; flaws: Set<string> }>

const [folder, repository] = process.argv.slice(2).map((path) => resolve(path))
if (!folder || !repository) {
  console.error('usage: node bench/software.ts FOLDER JSREPOSITORY')
  process.exit(2)
}

const theirs = await timed('retire.js', () => byRetire(folder, repository))
const ours = await timed('LastHash', () => byUs(folder, repository))
for (const what of ['libraries', 'flaws'] as const) {
  const pairs = (found: Found) =>
    new Set([...found].flatMap(([file, one]) => [...one[what]].map((name) => `${file}  ${name}`)))
  const [a, b] = [pairs(theirs), pairs(ours)]
  const onlyTheirs = [...a].filter((one) => !b.has(one)).sort()
  const onlyOurs = [...b].filter((one) => !a.has(one)).sort()
  console.log(`\n${what}: retire.js ${a.size}, LastHash ${b.size}, both ${a.size - onlyTheirs.length}`)
  for (const [name, list] of [
    ['only retire.js', onlyTheirs],
    ['only LastHash', onlyOurs],
  ] as const) {
    console.log(`${name}: ${list.length}`)
    for (const line of list.slice(0, 60)) console.log(`  ${line}`)
  }
}

async function timed(name: string, work: () => Promise<Found>): Promise<Found> {
  const began = performance.now()
  const found = await work()
  console.log(`${name}: ${found.size} files with libraries in ${Math.round(performance.now() - began)} ms`)
  return found
}

interface RetireReport {
  data: {
    file: string
    results: {
      component: string
      version: string
      npmname?: string
      vulnerabilities?: { identifiers: { CVE?: string[]; githubID?: string } }[]
    }[]
  }[]
}

async function byRetire(path: string, jsrepo: string): Promise<Found> {
  const words = [
    'exec',
    '--yes',
    '--',
    'retire@5.7.0',
    '--jsrepo',
    jsrepo,
    '--path',
    path,
    '--outputformat',
    'json',
    '--verbose',
  ]
  // It ends with 13 when it finds something.
  const { stdout } = await promisify(execFile)('npm', words, { maxBuffer: 500_000_000 }).catch(
    (error: { stdout: string }) => error,
  )
  const report = JSON.parse(stdout.slice(stdout.indexOf('{"'))) as RetireReport
  const found: Found = new Map()
  for (const { file, results } of report.data) {
    const entry = { libraries: new Set<string>(), flaws: new Set<string>() }
    for (const { component, version, npmname, vulnerabilities = [] } of results) {
      entry.libraries.add(`${(npmname ?? component).toLowerCase()} ${version}`)
      for (const { identifiers } of vulnerabilities) for (const cve of identifiers.CVE ?? []) entry.flaws.add(cve)
    }
    found.set(file.replace(`${path}/`, ''), entry)
  }
  return found
}

async function byUs(path: string, jsrepo: string): Promise<Found> {
  const kept = mkdtempSync(join(tmpdir(), 'lasthash-bench-'))
  try {
    const feed = FEEDS.find(({ name }) => name === 'retire')!
    await updateFeed(feed, new FeedStore(kept), { environment: { LASTHASH_FEED_RETIRE: pathToFileURL(jsrepo).href } })
    const knowledge = openKnowledge(kept)
    const found: Found = new Map()
    for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.[cm]?js$/.test(name),
    )) {
      const inventory = new Inventory()
      inventory.add(librariesIn(readFileSync(join(path, file), 'utf8'), file))
      const software = inventory.list()
      if (software.length === 0) continue
      const flaws = matchKnown(software, knowledge).flatMap((one) => one.flaws.flatMap(({ cve }) => (cve ? [cve] : [])))
      const libraries = software.map(
        ({ packages, key, version }) => `${(packages[0]?.name ?? key).toLowerCase()} ${version}`,
      )
      found.set(file, { libraries: new Set(libraries), flaws: new Set(flaws) })
    }
    return found
  } finally {
    rmSync(kept, { recursive: true, force: true })
  }
}
