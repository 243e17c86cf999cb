/** What an expression may hold, as bits: a field of a form, what somebody typed into it, an address. */
export const KIND = {
  // elements, and the texts that select them
  FIELD: 1,
  CARD_FIELD: 2,
  PASSWORD_FIELD: 4,
  ALL_FIELDS: 8,
  CARD_NAME: 16,
  PASSWORD_NAME: 32,
  INPUT_NAME: 64,
  EVENT: 128,
  MESSAGE_EVENT: 256,
  // data: ADDRESS is a part of it that a link chooses, HREF the whole
  TYPED: 512,
  CARD: 1_024,
  PASSWORD: 2_048,
  ALL_TYPED: 4_096,
  KEY: 8_192,
  COOKIE: 16_384,
  ADDRESS: 32_768,
  REFERRER: 65_536,
  WINDOW_NAME: 131_072,
  MESSAGE: 262_144,
  HREF: 524_288,
} as const

const K = KIND
/** Texts that name fields. */
export const NAMES = K.CARD_NAME | K.PASSWORD_NAME | K.INPUT_NAME
export const FIELDS = K.FIELD | K.CARD_FIELD | K.PASSWORD_FIELD | K.ALL_FIELDS
/** What a visitor typed, or the browser keeps. */
export const TYPED = K.TYPED | K.CARD | K.PASSWORD | K.ALL_TYPED | K.KEY | K.COOKIE
/** What an attacker can choose by a link, a page that opens this one, or a message. */
export const CHOSEN = K.ADDRESS | K.HREF | K.REFERRER | K.WINDOW_NAME | K.MESSAGE

/** Names that check-outs give the fields of a card; a separator before, so that "discard" is none. */
const CARD_WORD =
  /(?:^|[^a-z])(?:cc|card|credit|payment|billing)?[-_[\].]?(?:cc[-_]?(?:number|num|no|cid|cvc|cvv|exp\w*)|card[-_]?(?:number|num|no|cvc|cvv|cvn|exp\w*)|credit[-_]?card[-_]?\w*|cvv2?|cvc2?|securitycode|security[-_]code)(?:$|[^a-z])|expir(?:y|ation)[-_]?(?:month|year|date)|autocomplete[*^$]?=["']?cc-|cardnumber|creditcard/i
const PASSWORD_WORD = /type=["']?password|(?:^|[^a-z])(?:passwd|password|pwd|user_pass|login\[password\])(?:$|[^a-z])/i
const INPUT_WORD = /(?:^|[\s,>])(?:input|select|textarea|form)(?![-\w])/i

/** Which fields a text speaks about, as an id, a name or a selector. */
export function kindsOfText(text: string): number {
  if (text.length > 2_000) return 0
  return (
    (CARD_WORD.test(text) ? K.CARD_NAME : 0) |
    (PASSWORD_WORD.test(text) ? K.PASSWORD_NAME : 0) |
    (INPUT_WORD.test(text) ? K.INPUT_NAME : 0)
  )
}

/** What an element is, by the kinds of the text that selects it. */
export function selected(by: number): number {
  if (by & K.CARD_NAME) return K.CARD_FIELD | K.FIELD
  if (by & K.PASSWORD_NAME) return K.PASSWORD_FIELD | K.FIELD
  return by & K.INPUT_NAME ? K.ALL_FIELDS | K.FIELD : K.FIELD
}

/** What is read out of such an element. */
export function typed(kinds: number): number {
  return (
    (kinds & K.CARD_FIELD ? K.CARD : 0) |
    (kinds & K.PASSWORD_FIELD ? K.PASSWORD : 0) |
    (kinds & K.ALL_FIELDS ? K.ALL_TYPED : 0) |
    (kinds & FIELDS ? K.TYPED : 0)
  )
}

/** Writing these into an element does not make the element what is written. */
export function isElementProperty(name: string | null): boolean {
  return (
    name !== null && /^(?:src|href|innerHTML|outerHTML|value|action|style|className|textContent|text|id)$/.test(name)
  )
}

/** A part that a script cuts out of an address is what follows a mark in it, so a link chooses it. */
export function partOf(name: string, kinds: number): number {
  const chosen = kinds & CHOSEN
  const cuts = /^(?:split|slice|substring|substr|match|exec|get|getAll)$/.test(name)
  return cuts && chosen & K.HREF ? (chosen & ~K.HREF) | K.ADDRESS : chosen
}
