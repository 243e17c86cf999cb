/** Structured Field Values for HTTP (RFC 9651): a field that breaks the grammar anywhere is ignored as a whole. */

export type BareItem =
  | { kind: 'integer' | 'decimal' | 'date'; value: number }
  | { kind: 'string' | 'token' | 'binary' | 'display'; value: string }
  | { kind: 'boolean'; value: boolean }
export type Parameters = ReadonlyMap<string, BareItem>
export interface Item {
  bare: BareItem
  parameters: Parameters
}
export interface InnerList {
  items: readonly Item[]
  parameters: Parameters
}
export type Member = Item | InnerList

/** Fields of the same name are joined before parsing (section 4.2). Null when there is none or the grammar is broken. */
export function parseItem(fields: readonly string[]): Item | null {
  return parse(fields, (input) => input.item())
}

/** A list of items and inner lists; null when there is none or the grammar is broken. */
export function parseList(fields: readonly string[]): Member[] | null {
  return parse(fields, (input) => input.list())
}

/** Keys to members, the last of a key counting; null when there is none or the grammar is broken. */
export function parseDictionary(fields: readonly string[]): Map<string, Member> | null {
  return parse(fields, (input) => input.dictionary())
}

export function isInnerList(member: Member): member is InnerList {
  return 'items' in member
}

class SyntaxFault extends Error {}

function parse<T>(fields: readonly string[], read: (input: Input) => T): T | null {
  if (fields.length === 0) return null
  const input = new Input(fields.join(', '))
  try {
    input.skip(SP)
    const value = read(input)
    input.skip(SP)
    return input.done ? value : null
  } catch (error) {
    if (error instanceof SyntaxFault) return null
    throw error
  }
}

const SP = / */y
const OWS = /[ \t]*/y
const KEY = /[a-z*][a-z0-9_.*-]*/y
const NUMBER = /-?(?:(\d{1,12})\.(\d{1,3})|(\d{1,15}))(?![\d.])/y
const STRING = /"((?:[ !#-[\]-~]|\\["\\])*)"/y
const TOKEN = /[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*/y
const BINARY = /:([A-Za-z0-9+/=]*):/y
const BOOLEAN = /\?([01])/y
const DATE = /@(-?\d{1,15})(?![\d.])/y
const DISPLAY = /%"((?:[ !#$&-~]|%[0-9a-f]{2})*)"/y

class Input {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#at === this.#text.length
  }

  skip(pattern: RegExp): void {
    this.#match(pattern)
  }

  item(): Item {
    return { bare: this.#bare(), parameters: this.#parameters() }
  }

  list(): Member[] {
    const members: Member[] = []
    while (!this.done) {
      members.push(this.#member())
      if (!this.#next()) break
    }
    return members
  }

  dictionary(): Map<string, Member> {
    const members = new Map<string, Member>()
    while (!this.done) {
      const key = this.#key()
      const member = this.#take('=')
        ? this.#member()
        : { bare: { kind: 'boolean', value: true } as const, parameters: this.#parameters() }
      members.delete(key)
      members.set(key, member)
      if (!this.#next()) break
    }
    return members
  }

  /** Steps over a comma to the next member; false at the end. A trailing comma is a fault. */
  #next(): boolean {
    this.#match(OWS)
    if (this.done) return false
    if (!this.#take(',')) throw new SyntaxFault()
    this.#match(OWS)
    if (this.done) throw new SyntaxFault()
    return true
  }

  #member(): Member {
    return this.#text[this.#at] === '(' ? this.#innerList() : this.item()
  }

  #innerList(): InnerList {
    this.#at++
    const items: Item[] = []
    for (;;) {
      this.#match(SP)
      if (this.#take(')')) return { items, parameters: this.#parameters() }
      items.push(this.item())
      if (!' )'.includes(this.#text[this.#at] ?? 'end')) throw new SyntaxFault()
    }
  }

  #parameters(): Parameters {
    const parameters = new Map<string, BareItem>()
    while (this.#take(';')) {
      this.#match(SP)
      const key = this.#key()
      const value: BareItem = this.#take('=') ? this.#bare() : { kind: 'boolean', value: true }
      parameters.delete(key)
      parameters.set(key, value)
    }
    return parameters
  }

  #key(): string {
    const match = this.#match(KEY)
    if (!match) throw new SyntaxFault()
    return match[0]
  }

  #bare(): BareItem {
    let match = this.#match(NUMBER)
    if (match) return { kind: match[1] === undefined ? 'integer' : 'decimal', value: Number(match[0]) }
    match = this.#match(STRING)
    if (match) return { kind: 'string', value: match[1]!.replace(/\\(.)/g, '$1') }
    match = this.#match(TOKEN)
    if (match) return { kind: 'token', value: match[0] }
    match = this.#match(BINARY)
    if (match) return { kind: 'binary', value: match[1]! }
    match = this.#match(BOOLEAN)
    if (match) return { kind: 'boolean', value: match[1] === '1' }
    match = this.#match(DATE)
    if (match) return { kind: 'date', value: Number(match[1]) }
    match = this.#match(DISPLAY)
    if (match) return { kind: 'display', value: match[1]! }
    throw new SyntaxFault()
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at++
    return true
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match) this.#at = pattern.lastIndex
    return match
  }
}
