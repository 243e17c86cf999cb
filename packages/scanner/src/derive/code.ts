import { type DomFlow, findDomFlows, findMessageListeners, type MessageListener } from './dom-flows.ts'
import { findSendings, type Sending } from './exfiltration.ts'
import { type ParsedScript, parseScript } from './javascript.ts'
import { findMiners, type Miner } from './miners.ts'
import { type Mark, marksOf } from './script-marks.ts'
import { findStoredWords } from './stored-words.ts'
import { Taint } from './taint.ts'
import { type HiddenAddress, hiddenAddresses, isHidden, type Layer, layersOf, sealedCode } from './unpack.ts'

/** What a piece of code does, as far as reading it tells. */
export interface CodeReport {
  sendings: readonly (Sending & { marks: readonly Mark[] })[]
  /** Card fields among the words of a script whose names were made unreadable, which also sends. */
  sealed_skimmers: readonly string[]
  addresses: readonly HiddenAddress[]
  /** Code that is run out of unreadable text: the way to it, once for each. */
  sealed: readonly string[]
  /** How many layers of unreadable text lay around the innermost code. */
  depth: number
  miners: readonly Miner[]
  flows: readonly DomFlow[]
  listeners: readonly MessageListener[]
}

/** What such code cannot do without; most scripts have none of it, and are not parsed. */
const WORTH_READING =
  /\beval\b|\bFunction\s*\(|\bexecScript\b|\batob\b|\bunescape\b|fromCharCode|document\.write|insertAdjacentHTML|innerHTML|outerHTML|createContextualFragment|\.html\(|sendBeacon|XMLHttpRequest|WebSocket|\bfetch\s*\(|new\s+Image|\.src\s*=|setAttribute\(\s*["']src|onmessage|["']message["']|\.Anonymous\s*\(|startMining|job_id|stratum\+|window\.name|document\.referrer|_0x[0-9a-f]{3}|\blocation\b|\\x[0-9a-f]{2}\\x/i
const MAX_LAYERS = 5
const REMEMBERED = 100 // reports; the same inline scripts stand on every page of a site
const LONGEST_REMEMBERED = 100_000 // characters; files are read once
const MAX_EACH = 20 // of each kind, in one report

const EMPTY: CodeReport = {
  sendings: [],
  sealed_skimmers: [],
  addresses: [],
  sealed: [],
  depth: 0,
  miners: [],
  flows: [],
  listeners: [],
}

const reports = new Map<string, CodeReport>()

/** Reads one script, `isCut` when its end is missing. The same text gives the same report, so the last ones are kept. */
export function readCode(text: string, isCut = false): CodeReport {
  if (!WORTH_READING.test(text)) return EMPTY
  const known = reports.get(text)
  if (known) return known
  const report = read(text, 0, isCut)
  if (text.length > LONGEST_REMEMBERED) return report
  if (reports.size >= REMEMBERED) reports.delete(reports.keys().next().value!)
  reports.set(text, report)
  return report
}

/** The reports of several pieces as one. */
export function joinReports(reports: readonly CodeReport[]): CodeReport {
  const of = <K extends Exclude<keyof CodeReport, 'depth'>>(key: K) =>
    reports.flatMap((report) => report[key] as readonly CodeReport[K][number][]).slice(0, MAX_EACH)
  return {
    sendings: of('sendings') as CodeReport['sendings'],
    sealed_skimmers: of('sealed_skimmers') as string[],
    addresses: of('addresses') as HiddenAddress[],
    sealed: of('sealed') as string[],
    depth: Math.max(0, ...reports.map(({ depth }) => depth)),
    miners: of('miners') as Miner[],
    flows: of('flows') as DomFlow[],
    listeners: of('listeners') as MessageListener[],
  }
}

/** Code that is nested deeper than any stack holds was made to break programs like this one, and is not read. */
function read(text: string, depth: number, isCut = false): CodeReport {
  try {
    const script = parseScript(text, isCut)
    return script ? reportOf(script, depth) : EMPTY
  } catch (error) {
    if (error instanceof RangeError) return EMPTY
    throw error
  }
}

function reportOf(script: ParsedScript, depth: number): CodeReport {
  const { text } = script
  const taint = new Taint(script)
  const marks = [...marksOf(script)]
  const layers = layersOf(script)
  const hidden = layers.filter((layer) => layer.hidden)
  const own: CodeReport = {
    sendings: findSendings(taint).map((sending) => ({ ...sending, marks })),
    sealed_skimmers: findStoredWords(script, marks),
    addresses: [...hiddenAddresses(taint), ...hidden.flatMap((layer) => addressesIn(layer, text))],
    sealed: sealedCode(script),
    depth: hidden.some(({ kind }) => kind === 'code') ? depth + 1 : depth,
    miners: findMiners(script),
    flows: findDomFlows(taint),
    listeners: findMessageListeners(taint),
  }
  const inner = layers
    .filter(({ kind, text: code }) => kind === 'code' && depth < MAX_LAYERS && WORTH_READING.test(code))
    .map((layer) => within(layer, read(layer.text, layer.hidden ? depth + 1 : depth)))
  return joinReports([own, ...inner])
}

/** What hidden code does, it does hidden; and it is quoted as it stands in the page. */
function within({ hidden, seen }: Layer, report: CodeReport): CodeReport {
  if (!hidden) return report
  return {
    ...report,
    sendings: report.sendings.map((sending) => ({ ...sending, hidden: true, seen: `${seen} → ${sending.seen}` })),
    addresses: [...report.addresses],
    miners: report.miners.map((miner) => ({ ...miner, seen: `${seen} → ${miner.seen}` })),
  }
}

/** Scripts and frames in markup, or in code, that was hidden. */
function addressesIn({ kind, text, seen }: Layer, source: string): HiddenAddress[] {
  const found: HiddenAddress[] = []
  const add = (how: HiddenAddress['how'], address: string | undefined) => {
    if (address && isHidden(address, source)) found.push({ how, address, seen })
  }
  if (kind === 'html') {
    for (const [, tag, address] of text.matchAll(/<(script|i?frame)\b[^>]{0,500}?\ssrc\s*=\s*["']?([^"'\s>]{4,500})/gi))
      add(tag!.toLowerCase() === 'script' ? 'script' : 'frame', address)
    return found
  }
  for (const [, address] of text.matchAll(/\.src\s*=\s*["']((?:https?:)?\/\/[^"']{3,500})["']/g)) add('script', address)
  for (const [, address] of text.matchAll(
    /\blocation(?:\.href)?\s*(?:=|\.replace\(|\.assign\()\s*["']((?:https?:)?\/\/[^"']{3,500})["']/g,
  ))
    add('navigation', address)
  return found
}
