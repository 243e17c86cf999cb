/**
 * Strings from a scanned website are an enemy's. What nobody can see, or what changes how the rest is read, is made
 * visible: control characters (C0 but for tab and newline, C1), bidirectional controls (CVE-2021-42574), line and paragraph
 * separators, invisible fillers, byte order marks and tag characters.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu

/** The same text with every invisible character as an escape (`\x1b`, `\u{202e}`), and well-formed. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').toWellFormed().replace(INVISIBLE, escapeOf)
}

/** As `visible`, on one line. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\t\n]+/g, ' ')
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0)!
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
}

/** JSON that is also safe to print on a terminal: what `visible` would escape is `\uXXXX`, which reads back as itself. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(INVISIBLE, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** For text and quoted attribute values, in HTML and XML alike. The result has only characters that XML 1.0 allows. */
export function escapeMarkup(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

/** HTML that is known to be well made: only `html` and `trusted` make it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Content = Html | string | number | null | false | undefined | readonly Content[]

/**
 * A tagged template: what stands in it is HTML, what is put into it is text and is escaped, unless it was made by `html`
 * itself. Lists are joined; null, undefined and false vanish.
 */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Html {
  return new Html(parts.reduce((made, part, at) => made + render(contents[at - 1]) + part))
}

/** Our own constant HTML, such as a style sheet. Never anything of a target's. */
export function trusted(text: string): Html {
  return new Html(text)
}

function render(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Html) return content.text
  return typeof content === 'object' ? content.map(render).join('') : escapeMarkup(String(content))
}
