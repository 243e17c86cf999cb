import type { ParsedScript } from './javascript.ts'
import type { Mark } from './script-marks.ts'
import { KIND, kindsOfText } from './taint-kinds.ts'

const ENOUGH_CARD_WORDS = 2
const BASE64 = /^[A-Za-z0-9+/]{8,400}={0,2}$/
const SENDS = /^(?:XMLHttpRequest|sendBeacon|Image|src|fetch|POST|WebSocket|open|send)$/
const CHECKOUT = /^(?:checkout|onepage|onestepcheckout|firecheckout|\/?checkout\/?.*|payment)$/i

/**
 * The words that an obfuscator moved into a table: where names of card fields, a check-out and a way to send stand among
 * them, that is quoted. Obfuscation alone is no sign, nor are card fields alone.
 */
export function findStoredWords(script: ParsedScript, marks: readonly Mark[]): string[] {
  if (!marks.includes('names_hidden')) return []
  const words = script.nodes.flatMap((node) =>
    node.type === 'Literal' && typeof node.value === 'string' ? readings(node.value) : [],
  )
  const cards = [...new Set(words.filter((word) => word.length < 100 && kindsOfText(word) & KIND.CARD_NAME))]
  const sends = words.some((word) => SENDS.test(word))
  const checkout = words.some((word) => CHECKOUT.test(word))
  return cards.length >= ENOUGH_CARD_WORDS && sends && checkout ? [cards.slice(0, 5).join(', ')] : []
}

/** A text as it stands, and what it is as base64, where that is plain text. */
function readings(text: string): string[] {
  if (!BASE64.test(text) || text.length % 4 !== 0) return [text]
  const decoded = Buffer.from(text, 'base64').toString('latin1')
  return /^[\x20-\x7e]+$/.test(decoded) ? [text, decoded] : [text]
}
