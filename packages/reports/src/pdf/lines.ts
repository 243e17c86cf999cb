import { visible } from '@lasthash/scanner/report/escape'
import bidiFactory, { type Bidi } from 'bidi-js'
import LineBreaker from 'linebreak'
import { type Inline, type Run, runsOf } from '../blocks.ts'
import { type Face, faceFor, mainFace, PLAIN, type Style, widthOf } from './faces.ts'

/** Text that is drawn in one go. */
export interface Piece {
  text: string
  /** From the line's beginning, in points. */
  x: number
  width: number
  face: Face
  size: number
  run: Run
  /** To be drawn from right to left. */
  reversed: boolean
}
export interface Line {
  pieces: Piece[]
  width: number
}
export interface TextStyle {
  size: number
  bold?: boolean
}

const CODE_SIZE = 0.9 // the fixed-width face looks larger than the other one
const ELLIPSIS = '…'
/** Hebrew, Arabic and their neighbours, and what of them has forms of its own. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const VARIATION = /[\ufe00-\ufe0f]/g
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
// Its types take it for a module of the other kind.
const bidi = (bidiFactory as unknown as () => Bidi)()

/** A stretch of text that one face can draw. */
interface Stretch {
  text: string
  face: Face
  run: Run
  size: number
  /** Odd: from right to left. */
  level: number
  /** A line may end after it. */
  breaks: boolean
  width: number
}

/** Lines of at most `width` points; with `most`, the last one ends in an ellipsis where more would have come. */
export function linesOf(inline: Inline, style: TextStyle, width: number, most = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = []
  for (const paragraph of paragraphsOf(runsOf(inline))) {
    for (const line of fill(stretchesOf(paragraph, style), width)) {
      if (lines.length === most) return [...lines.slice(0, -1), ellipsized(lines.at(-1)!, width)]
      lines.push(lineOf(line))
    }
  }
  return lines
}

/** Every `\n` begins a new line. */
function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const run of runs) {
    visible(run.text)
      .replaceAll('\t', '    ')
      .replace(VARIATION, '')
      .split('\n')
      .forEach((text, at) => {
        if (at > 0) paragraphs.push([])
        if (text !== '') paragraphs.at(-1)!.push({ ...run, text })
      })
  }
  return paragraphs
}

function stretchesOf(runs: readonly Run[], { size, bold }: TextStyle): Stretch[] {
  const text = runs.map((run) => run.text).join('')
  const ends = breaksOf(text)
  const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, 'auto').levels : null
  const stretches: Stretch[] = []
  let at = 0
  for (const run of runs) {
    const style: Style = run.code ? 'mono' : bold || run.bold ? 'bold' : 'regular'
    const from = at
    const to = at + run.text.length
    for (let start = from; start < to; ) {
      let end = to
      for (let next = start + 1; next < to; next++) {
        if (ends.has(next) || (levels && levels[next] !== levels[start])) {
          end = next
          break
        }
      }
      const breaks = ends.has(end)
      const level = levels?.[start] ?? 0
      const parts = facesOf(text.slice(start, end), style)
      parts.forEach(({ face, text }, part) => {
        const points = run.code ? size * CODE_SIZE : size
        const width = (widthOf(face, text) * points) / 1000
        stretches.push({ text, face, run, size: points, level, breaks: breaks && part === parts.length - 1, width })
      })
      start = end
    }
    at = to
  }
  return stretches
}

/** Where a line may end: before which characters (UAX 14). Long addresses also break behind what separates their parts. */
function breaksOf(text: string): Set<number> {
  const breaker = new LineBreaker(text)
  const ends = new Set<number>()
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) ends.add(next.position)
  for (const { index } of text.matchAll(/[/?&;,=](?=[^\s/])/g)) ends.add(index + 1)
  return ends
}

function facesOf(text: string, style: Style): { text: string; face: Face }[] {
  const main = mainFace(style)
  if (PLAIN.test(text)) return [{ text, face: main }]
  const parts: { text: string; face: Face }[] = []
  for (const { segment } of graphemes.segment(text)) {
    const face = faceFor(segment, style)
    const written = face ? segment : [...segment].map(escaped).join('')
    const last = parts.at(-1)
    if (last && last.face === (face ?? main)) last.text += written
    else parts.push({ text: written, face: face ?? main })
  }
  return parts
}

/** What no face has is told by its number: never a box, never nothing. */
function escaped(character: string): string {
  return PLAIN.test(character) ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`
}

function fill(stretches: readonly Stretch[], width: number): Stretch[][] {
  const lines: Stretch[][] = []
  let line: Stretch[] = []
  let used = 0
  const next = () => {
    lines.push(line)
    line = []
    used = 0
  }
  for (const word of wordsOf(stretches)) {
    const wide = word.reduce((sum, one) => sum + one.width, 0) - hangingOf(word.at(-1)!)
    if (line.length > 0 && used + wide > width) next()
    if (wide <= width) {
      line.push(...word)
      used += word.reduce((sum, one) => sum + one.width, 0)
      continue
    }
    for (const one of word) {
      for (const part of choppedOf(one, width, () => width - used)) {
        if (line.length > 0 && used + part.width - hangingOf(part) > width) next()
        line.push(part)
        used += part.width
      }
    }
  }
  if (line.length > 0 || lines.length === 0) next()
  return lines
}

function* wordsOf(stretches: readonly Stretch[]): Generator<Stretch[]> {
  let word: Stretch[] = []
  for (const one of stretches) {
    word.push(one)
    if (!one.breaks) continue
    yield word
    word = []
  }
  if (word.length > 0) yield word
}

/** The width of spaces at its end, which may hang out of a line. */
function hangingOf({ text, face, size }: Stretch): number {
  const spaces = text.length - text.trimEnd().length
  return spaces === 0 ? 0 : (widthOf(face, ' ') * size * spaces) / 1000
}

/** A word that is wider than a line, in parts that are not; the first fills up what is left of the line. */
function* choppedOf(one: Stretch, width: number, left: () => number): Generator<Stretch> {
  let text = ''
  let used = 0
  let room = Math.max(left(), width * 0.2)
  for (const { segment } of graphemes.segment(one.text)) {
    const wide = (widthOf(one.face, segment) * one.size) / 1000
    if (text !== '' && used + wide > room) {
      yield { ...one, text, width: used, breaks: true }
      text = ''
      used = 0
      room = width
    }
    text += segment
    used += wide
  }
  if (text !== '') yield { ...one, text, width: (widthOf(one.face, text) * one.size) / 1000 }
}

/** Puts a line's stretches in the order in which they are seen (UAX 9, L2), and joins what can be drawn in one go. */
function lineOf(line: readonly Stretch[]): Line {
  const trimmed = [...line]
  const last = trimmed.at(-1)
  if (last) {
    const text = last.text.trimEnd()
    trimmed[trimmed.length - 1] = { ...last, text, width: last.width - hangingOf(last) }
  }
  const pieces: Piece[] = []
  let x = 0
  for (const { text, face, run, size, level, width } of visualOf(trimmed)) {
    const before = pieces.at(-1)
    // What has no direction of its own, such as brackets, is drawn from left to right: so it is turned here.
    const turned = level % 2 === 1
    const reversed = turned && RIGHT_TO_LEFT.test(text)
    const shown = !turned ? text : reversed ? mirrored(text) : [...mirrored(text)].reverse().join('')
    if (before && !reversed && !before.reversed && before.face === face && before.run === run) {
      before.text += shown
      before.width += width
    } else if (text !== '') {
      pieces.push({ text: shown, x, width, face, size, run, reversed })
    }
    x += width
  }
  return { pieces, width: x }
}

function visualOf(line: Stretch[]): Stretch[] {
  const highest = Math.max(0, ...line.map(({ level }) => level))
  let order = line
  for (let level = highest; level > 0; level--) {
    const turned: Stretch[] = []
    let run: Stretch[] = []
    for (const one of order) {
      if (one.level >= level) {
        run.unshift(one)
        continue
      }
      turned.push(...run, one)
      run = []
    }
    order = [...turned, ...run]
  }
  return order
}

function mirrored(text: string): string {
  return [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('')
}

function ellipsized(line: Line, width: number): Line {
  const pieces = [...line.pieces]
  while (pieces.length > 0) {
    const last = pieces.at(-1)!
    const sign = (widthOf(mainFace('regular'), ELLIPSIS) * last.size) / 1000
    const parts = [...graphemes.segment(last.text)].map(({ segment }) => segment)
    while (parts.length > 0) {
      const text = last.reversed ? parts.join('') : parts.join('').trimEnd()
      const wide = (widthOf(last.face, text) * last.size) / 1000
      if (last.x + wide + sign <= width) {
        pieces[pieces.length - 1] = { ...last, text, width: wide }
        const face = mainFace('regular')
        pieces.push({ ...last, text: ELLIPSIS, face, x: last.x + wide, width: sign, reversed: false })
        return { pieces, width: last.x + wide + sign }
      }
      parts.pop()
    }
    pieces.pop()
  }
  return line
}
