import { Parser } from 'htmlparser2'

/** What stands in these is quoted, or is no text at all. */
const QUOTED = new Set('pre code samp kbd blockquote textarea script style template noscript title option'.split(' '))
/** Open elements after which a page is made to hang parsers. */
const MAX_DEPTH = 5_000
const SLICE = 16_384

/** The visible text of an HTML body outside code and quotations, where a message is the page's own and not an example. */
export function proseOf(body: string): string {
  const text: string[] = []
  let quoted = 0
  let depth = 0
  const parser = new Parser({
    onopentag(name) {
      depth++
      if (QUOTED.has(name)) quoted++
    },
    onclosetag(name) {
      depth--
      if (QUOTED.has(name)) quoted--
    },
    ontext(data) {
      if (quoted === 0) text.push(data)
    },
  })
  for (let from = 0; from < body.length && depth < MAX_DEPTH; from += SLICE)
    parser.write(body.slice(from, from + SLICE))
  parser.end()
  return text.join('')
}
