/** Rows of a CSV text (RFC 4180), or in one sentence why it is none. Lines may end in CRLF or LF; a byte order mark is passed over. */
export function parseCsv(text: string): { rows: string[][] } | { fault: string } {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let opened = 1
  const endField = () => {
    row.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '\n') line++
    if (quoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') field += text[++at]
      else if (/^(?:,|\r?\n|$)/.test(text.slice(at + 1, at + 3))) quoted = false
      else return { fault: `line ${line} has a quotation mark in the middle of a quoted field` }
    } else if (character === '"') {
      if (field !== '') return { fault: `line ${line} has a quotation mark in the middle of a field` }
      quoted = true
      opened = line
    } else if (character === ',') endField()
    else if (character === '\n') endRow()
    else if (character !== '\r' || text[at + 1] !== '\n') field += character
  }
  if (quoted) return { fault: `the quotation mark of line ${opened} is not closed` }
  if (field !== '' || row.length > 0) endRow()
  return { rows }
}
