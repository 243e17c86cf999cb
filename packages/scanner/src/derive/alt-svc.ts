/** One alternative of an Alt-Svc field (RFC 7838 section 3). */
export interface Alternative {
  protocol: string
  /** Empty: the same host. */
  host: string
  port: number
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const ONE = new RegExp(`^\\s*(${TOKEN})="((?:[^"\\\\]|\\\\.)*)"((?:\\s*;\\s*${TOKEN}=(?:${TOKEN}|"[^"]*"))*)\\s*$`)
const AUTHORITY = /^([A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\]):(\d{1,5})$/

/** What a field offers; `clear` takes back all. Null where it breaks the grammar: clients then ignore it. */
export function parseAltSvc(value: string): readonly Alternative[] | null {
  if (value.trim() === 'clear') return []
  const found: Alternative[] = []
  for (const one of split(value)) {
    const [, protocol, quoted] = ONE.exec(one) ?? []
    const [, host, port] = AUTHORITY.exec(quoted?.replace(/\\(.)/g, '$1') ?? '') ?? []
    if (protocol === undefined || host === undefined || Number(port) > 65_535 || Number(port) === 0) return null
    found.push({ protocol: decodeURIComponentSafely(protocol), host: host.toLowerCase(), port: Number(port) })
  }
  return found.length > 0 ? found : null
}

/** At commas outside quotation marks. */
function split(value: string): string[] {
  return value.match(/(?:[^",]|"(?:[^"\\]|\\.)*")+/g) ?? []
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
