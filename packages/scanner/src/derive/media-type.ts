/** A Content-Type as browsers read it (MIME Sniffing section 4.4). */
export interface MediaType {
  /** `type/subtype`, lower case. */
  essence: string
  /** Lower-case name to value; the first of a name counts. */
  parameters: ReadonlyMap<string, string>
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const QUOTABLE = /^[\t\u0020-\u007E\u0080-\u00FF]*$/
/** `name=value`, where the value is a quoted string or runs up to the next semicolon. */
const PARAMETER = /;[\t\n\r ]*([^;=]*)(?:=(?:"((?:[^"\\]|\\.)*)"?[^;]*|([^;]*)))?/gs

/** Parses one field value; null when it is absent or no media type. */
export function mediaType(value: string | undefined): MediaType | null {
  if (value === undefined) return null
  const essence = value.split(';')[0]!.trim().toLowerCase()
  const [type = '', subtype = '', ...rest] = essence.split('/')
  if (!TOKEN.test(type) || !TOKEN.test(subtype) || rest.length > 0) return null
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, plain] of value.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    const content = quoted?.replace(/\\(.)/gs, '$1') ?? plain?.trimEnd()
    if (content === undefined || (quoted === undefined && content === '')) continue
    if (TOKEN.test(key) && QUOTABLE.test(content) && !parameters.has(key)) parameters.set(key, content)
  }
  return { essence, parameters }
}
