/** One variable of a dotenv file. */
export interface Variable {
  name: string
  value: string
}

const LINE =
  /^[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][A-Za-z0-9_.]{0,100})[^\S\n]*=[^\S\n]*(?:"((?:[^"\\]|\\[\s\S]){0,8000})"|'([^']{0,8000})'|([^\n]{0,2000}?))[^\S\n]*(?:#[^\n]*)?$/gm
const MOST_OTHER = 0.1 // share of lines that are no variable, no comment and not blank

/** The variables of a dotenv file; null when the text is something else, such as prose, code or an INI file with sections. */
export function parseEnv(text: string): Variable[] | null {
  const variables: Variable[] = []
  const plainLines = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const rest = plainLines.replace(LINE, (_, name, double, single, plain) => {
    variables.push({ name, value: double ?? single ?? plain ?? '' })
    return ''
  })
  const lines = plainLines.split('\n').length
  const others = rest.split('\n').filter((line) => !/^\s*(?:#.*)?$/.test(line)).length
  if (variables.length === 0 || others > lines * MOST_OTHER) return null
  const loud = variables.filter(({ name }) => /^[A-Z][A-Z0-9_]*$/.test(name)).length
  return loud * 2 > variables.length ? variables : null
}
