/**
 * "Get, decode, and split" (Fetch section 2.2.2): the comma-separated values over all fields of a name, trimmed. Commas
 * inside quoted strings part nothing. Empty values stay.
 */
export function listValues(fields: readonly string[]): string[] {
  const values = ['']
  let quoted = false
  const input = fields.join(', ')
  for (let at = 0; at < input.length; at++) {
    const character = input[at]!
    if (character === ',' && !quoted) {
      values.push('')
      continue
    }
    if (character === '"') quoted = !quoted
    values[values.length - 1] += character
    if (character === '\\' && quoted) values[values.length - 1] += input[++at] ?? ''
  }
  return fields.length === 0 ? [] : values.map((value) => value.trim())
}
