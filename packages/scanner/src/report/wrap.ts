const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Nothing but what a terminal shows in one cell each: no need to look closer. */
const PLAIN = /^[\x20-\x7e\u00a1-\u02ff\u2010-\u2027]*$/
/** Two cells: East Asian wide and full-width forms (Unicode annex 11), and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Cells that a text takes up on a terminal. It must have no control characters. */
export function cells(text: string): number {
  if (PLAIN.test(text)) return text.length
  let sum = 0
  for (const { segment } of SEGMENTS.segment(text)) sum += WIDE.test(segment) ? 2 : 1
  return sum
}

/** Lines of at most `width` cells, broken at spaces; a longer word is broken inside. Line breaks of the text are kept. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, width)))
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const size = cells(word)
    if (line !== '' && used + 1 + size <= width) {
      line += ` ${word}`
      used += 1 + size
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = size <= width ? [word] : piecesOf(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1)!
    used = cells(line)
  }
  return [...lines, line]
}

function piecesOf(word: string, width: number): string[] {
  const pieces: string[] = ['']
  let used = 0
  for (const { segment } of SEGMENTS.segment(word)) {
    const size = cells(segment)
    if (used + size > width) {
      pieces.push('')
      used = 0
    }
    pieces[pieces.length - 1] += segment
    used += size
  }
  return pieces
}
