import { pattern } from './scope.ts'

export interface RobotsRules {
  /** By the longest rule that matches; Allow wins a tie (RFC 9309 section 2.2.2). */
  allows(path: string): boolean
  /** Paths without wildcards that the file names: the best hint where a site keeps what it would rather not show. */
  paths: readonly string[]
  sitemaps: readonly string[]
}

const MOST_RULES = 2_000
const MOST_PATH = 500 // characters

/** Reads a robots.txt for `agent`, or for everybody where that has no group of its own. Never throws. */
export function parseRobots(text: string, agent: string): RobotsRules {
  const groups = new Map<string, { allow: boolean; path: string }[]>()
  const sitemaps: string[] = []
  const paths = new Set<string>()
  let agents: string[] = []
  let inRules = false
  let count = 0
  for (const line of text.split(/\r\n|\r|\n/, 20_000)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const field = key.toLowerCase()
    const path = value.trim().slice(0, MOST_PATH)
    if (field === 'sitemap' && sitemaps.length < 100) sitemaps.push(path)
    else if (field === 'user-agent') {
      if (inRules) agents = []
      inRules = false
      agents.push(path.toLowerCase())
    } else if (field === 'allow' || field === 'disallow') {
      inRules = true
      if (path === '' || count++ >= MOST_RULES) continue
      if (/^\/[^*$]+$/.test(path)) paths.add(path)
      for (const name of agents) groups.set(name, [...(groups.get(name) ?? []), { allow: field === 'allow', path }])
    }
  }
  const own = groups.get(agent.toLowerCase()) ?? groups.get('*') ?? []
  const rules = own.map(({ allow, path }) => ({ allow, length: path.length, matches: pattern(path) }))
  rules.sort((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow))
  return {
    allows: (path) => rules.find(({ matches }) => matches.test(path))?.allow ?? true,
    paths: [...paths],
    sitemaps,
  }
}
