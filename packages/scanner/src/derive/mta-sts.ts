export interface StsPolicy {
  mode: 'enforce' | 'testing' | 'none'
  /** Seconds. */
  max_age: number
  /** Whether mail may go to this server. */
  allows(host: string): boolean
}

const MOST_AGE = 31_557_600 // seconds, a year (RFC 8461 section 3.2)

/** Reads an MTA-STS policy file (RFC 8461 section 3.2), or null when it is none. Of a repeated key the first counts, `mx` excepted. */
export function parseStsPolicy(text: string): StsPolicy | null {
  const fields = new Map<string, string>()
  const mx: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [, key, value] = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,31})[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (key === undefined) return null
    if (key === 'mx') mx.push(value!.toLowerCase())
    else if (!fields.has(key)) fields.set(key, value!)
  }
  const mode = fields.get('mode')
  const age = fields.get('max_age') ?? ''
  if (fields.get('version') !== 'STSv1' || !/^\d{1,10}$/.test(age) || Number(age) > MOST_AGE) return null
  if (mode !== 'enforce' && mode !== 'testing' && mode !== 'none') return null
  if (mode !== 'none' && mx.length === 0) return null
  return {
    mode,
    max_age: Number(age),
    allows: (host) => mx.some((pattern) => fits(pattern, host.toLowerCase().replace(/\.$/, ''))),
  }
}

/** A leading `*.` stands for exactly one label (RFC 8461 section 4.1). */
function fits(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern.replace(/\.$/, '') === host
  return host.slice(host.indexOf('.')) === pattern.slice(1)
}
