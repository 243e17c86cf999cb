/** Bits of Shannon entropy of one character of the text, by the frequencies in the text itself. */
export function entropyPerCharacter(text: string): number {
  if (text === '') return 0
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** The most bits that a text of this length can carry, by the smallest usual alphabet that it fits: digits, hex, or Base64. */
export function capacityBits(text: string): number {
  const body = text.replace(/=+$/, '')
  if (/^\d+$/.test(body)) return body.length * Math.log2(10)
  if (/^[0-9a-f-]+$/i.test(body)) return body.replaceAll('-', '').length * 4
  return body.length * 6
}

/** Whether the text could be a random token: long enough, of one piece, and not a word, a number or a date. */
export function looksRandom(text: string): boolean {
  if (text.length < 16 || /^\d+$/.test(text) || /\s/.test(text)) return false
  if (!/\d/.test(text) && !(/[a-z]/.test(text) && /[A-Z]/.test(text))) return false
  return entropyPerCharacter(text) >= 3
}
