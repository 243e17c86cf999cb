import type { CommandSpec } from '../command.ts'

export interface Entry {
  group: keyof typeof GROUPS
  /** For the list of all commands. */
  summary: string
  load(): Promise<{ command: CommandSpec }>
}

/** The headings of the list of commands. */
export const GROUPS = {
  scan: 'Scan from this machine, with no server at all',
  server: 'With a LastHash server',
  machine: 'This machine',
} as const

/** Every command. Only the one that is asked for is loaded, so that the help answers at once. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  scan: { group: 'scan', summary: 'scan a website, here or (--server) there', load: () => import('./scan.ts') },
  checks: { group: 'scan', summary: 'what is checked, and how to mend it', load: () => import('./checks.ts') },
  feeds: { group: 'scan', summary: 'age of vulnerability data; fetch it anew', load: () => import('./feeds.ts') },
  verify: {
    group: 'scan',
    summary: 'whether a signed bundle of evidence is genuine',
    load: () => import('./verify.ts'),
  },
  login: { group: 'server', summary: 'keep a server and a key of it', load: () => import('./login.ts') },
  logout: { group: 'server', summary: 'forget them', load: () => import('./logout.ts') },
  websites: { group: 'server', summary: 'list, add, verify, remove websites', load: () => import('./websites.ts') },
  scans: { group: 'server', summary: 'list, show, compare, cancel scans', load: () => import('./scans.ts') },
  vulnerabilities: {
    group: 'server',
    summary: 'list, verify, accept, assign vulnerabilities',
    load: () => import('./vulnerabilities.ts'),
  },
  reports: { group: 'server', summary: 'make, download, share reports', load: () => import('./reports.ts') },
  schedules: { group: 'server', summary: 'scan regularly', load: () => import('./schedules.ts') },
  monitors: { group: 'server', summary: 'watch websites', load: () => import('./monitors.ts') },
  webhooks: {
    group: 'server',
    summary: 'endpoints that are told; listen, while you develop one',
    load: () => import('./webhooks.ts'),
  },
  trigger: { group: 'server', summary: 'make an event happen, in test mode', load: () => import('./trigger.ts') },
  doctor: {
    group: 'machine',
    summary: 'what is missing here, and how to get it',
    load: () => import('./doctor.ts'),
  },
  mcp: {
    group: 'machine',
    summary: 'a server for assistants (Model Context Protocol)',
    load: () => import('./mcp.ts'),
  },
  completion: { group: 'machine', summary: 'for bash, zsh or fish', load: () => import('./completion.ts') },
}
/** What programs call, and people do not: they are not in the list. */
export const HIDDEN: Readonly<Record<string, Entry>> = {
  'github-action': { group: 'machine', summary: 'what action.yml runs', load: () => import('./github-action.ts') },
}
export const COMMAND_NAMES = [...Object.keys(COMMANDS), 'help', 'version']
