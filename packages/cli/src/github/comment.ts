import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from '../cli-error.ts'

const LONGEST = 65_000 // characters, of the 65,536 that a comment has
const PAGE = 100
const MOST_PAGES = 30
const TRIES = 3
const PAUSE = 1_000 // milliseconds, doubled after each try
const PATIENCE = 20_000 // milliseconds for one answer
const VERSION = '2022-11-28'

interface Comment {
  id: number
  html_url: string
  body?: string
  user: { login: string; type: string } | null
}

/**
 * Writes the summary to the pull request that the workflow runs for: into the comment of the last run, or into a new one. Gives its
 * address, or null where there is no pull request. Throws `CliError` when GitHub refuses.
 */
export async function commentOn(
  { summary, key, token }: { summary: string; key: string; token: string },
  environment: NodeJS.ProcessEnv,
): Promise<string | null> {
  const number = pullRequestOf(environment)
  if (number === null) return null
  if (token === '') throw new CliError('There is no comment: the input github-token is empty.')
  const repository = environment.GITHUB_REPOSITORY ?? ''
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new CliError('There is no comment: GITHUB_REPOSITORY names none.')
  const github = new GitHub(environment.GITHUB_API_URL || 'https://api.github.com', token)
  const marker = `<!-- lasthash:${key.replace(/[^\w.-]/g, '-')} -->`
  const body = `${marker}\n${cut(summary)}`
  const comments = `/repos/${repository}/issues/${number}/comments`
  const earlier = await earlierComment(github, comments, marker)
  const written = earlier
    ? await github.ask('PATCH', `/repos/${repository}/issues/comments/${earlier.id}`, { body })
    : await github.ask('POST', comments, { body })
  return (written as Comment).html_url
}

/** Of the event that started the workflow. */
function pullRequestOf({ GITHUB_EVENT_PATH: file }: NodeJS.ProcessEnv): number | null {
  if (!file) return null
  try {
    const event = JSON.parse(readFileSync(file, 'utf8'))
    const number = event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : null)
    return Number.isInteger(number) ? number : null
  } catch {
    return null
  }
}

/** Of our own only: anyone may write a comment that begins like ours, and could change it behind us. */
async function earlierComment(github: GitHub, comments: string, marker: string): Promise<Comment | null> {
  const found: Comment[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const some = (await github.ask('GET', `${comments}?per_page=${PAGE}&page=${page}`)) as Comment[]
    found.push(...some.filter(({ body }) => body?.startsWith(marker)))
    if (some.length < PAGE) break
  }
  if (found.length === 0) return null
  const me = await github.login()
  return found.find(({ user }) => (me === null ? user?.type === 'Bot' : user?.login === me)) ?? null
}

class GitHub {
  readonly #base: string
  readonly #token: string

  constructor(base: string, token: string) {
    this.#base = base.replace(/\/$/, '')
    this.#token = token
  }

  /** Whose token it is; null for a workflow's own, which may not ask. */
  async login(): Promise<string | null> {
    const response = await this.#send('GET', '/user')
    if (!response.ok) return null
    return ((await response.json()) as { login: string }).login
  }

  async ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> {
    const response = await this.#send(method, path, body)
    if (response.ok) return response.json()
    const hint = response.status === 403 ? ' Its token needs pull-requests: write (of forks it never has that).' : ''
    throw new CliError(`There is no comment: GitHub refused it (${response.status}).${hint}`)
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${this.#token}`,
      'user-agent': 'lasthash',
      'x-github-api-version': VERSION,
      ...(body ? { 'content-type': 'application/json' } : {}),
    }
    for (let tries = 1; ; tries++) {
      const signal = AbortSignal.timeout(PATIENCE)
      const init = { method, headers, signal, redirect: 'error' as const, body: body && JSON.stringify(body) }
      const response = await fetch(this.#base + path, init).catch((error: Error) => error)
      // A POST that got no answer may have been done: tried again, it would be two comments.
      const again = response instanceof Error ? method !== 'POST' : response.status >= 500 || response.status === 429
      if (!again || tries === TRIES) {
        if (response instanceof Error)
          throw new CliError(`There is no comment: GitHub cannot be reached: ${response.message}`)
        return response
      }
      await sleep(PAUSE * 2 ** (tries - 1))
    }
  }
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}\n\n… the rest is in the job summary.`
}
