import { readFile } from 'node:fs/promises'
import { examine, judge, KEY_ID, type Manifest, type PublishedKey, type Verdict } from '@lasthash/bundle'
import { visibleLine } from '@lasthash/scanner/report/escape'
import { CliError, type ExitCode } from './cli-error.ts'
import { deliver } from './deliver.ts'

export interface VerifyOptions {
  file: string
  /** Where the public key is had from: an address or a file; null: from the server that the bundle names. */
  keys: string | null
  json: boolean
}

const TIME_LIMIT = 15_000 // milliseconds for a server to give a key
const MOST = 1_000_000 // characters of what it gives

/** `lasthash verify FILE`: 0 where the bundle is genuine, 1 where it is not. Throws `CliError` where nobody can say. */
export async function runVerify({ file, keys, json }: VerifyOptions): Promise<ExitCode> {
  const wholeness = examine(await bytesOf(file))
  const from = wholeness.whole ? (keys ?? keyAddress(wholeness.manifest)) : ''
  const verdict = judge(wholeness, wholeness.whole ? await keysFrom(from, keys === null) : [])
  await deliver(json ? `${JSON.stringify(verdict, null, 2)}\n` : textOf(verdict, from), null)
  return verdict.genuine ? 0 : 1
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

function keyAddress({ issuer, kid }: Manifest): string {
  const url = URL.parse(issuer)
  if (!url || !/^https?:$/.test(url.protocol) || !KEY_ID.test(kid))
    throw new CliError('The bundle is whole, but names no server that would give its key. Give the key by --keys.')
  return `${url.origin}${url.pathname.replace(/\/$/, '')}/.well-known/lasthash-signing-keys/${kid}`
}

/** What is published of a key; none where the server knows none of that name. */
async function keysFrom(place: string, isIssuer: boolean): Promise<PublishedKey[]> {
  const text = /^https?:\/\//i.test(place) ? await fetched(place, isIssuer) : (await bytesOf(place)).toString('utf8')
  if (text === null) return []
  try {
    const value: unknown = JSON.parse(text)
    const all = Array.isArray(value) ? value : ((value as { keys?: unknown[] }).keys ?? [value])
    if (all.every(isKey)) return all
  } catch {
    // As below.
  }
  throw new CliError(`${place} holds no key as LastHash publishes it.`)
}

function isKey(value: unknown): value is PublishedKey {
  const { kid, x, crv } = (value ?? {}) as Partial<PublishedKey>
  return typeof kid === 'string' && typeof x === 'string' && crv === 'Ed25519'
}

async function fetched(url: string, isIssuer: boolean): Promise<string | null> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIME_LIMIT) })
    if (answer.status === 404) return null
    if (answer.ok) return (await answer.text()).slice(0, MOST)
    throw new Error(`it answers with status ${answer.status}`)
  } catch (error) {
    const { cause, message } = error as Error
    const why = cause instanceof Error && cause.message ? cause.message : message
    const whose = isIssuer ? 'The bundle is whole, but whose key it is cannot be asked: ' : ''
    throw new CliError(`${whose}${visibleLine(url)} cannot be read (${why}). Give the key by --keys FILE.`)
  }
}

function textOf(verdict: Verdict, from: string): string {
  const { manifest } = verdict
  const lines = verdict.genuine
    ? ['Genuine: not a byte was changed since it was signed.']
    : [`Not genuine: ${verdict.detail}`]
  if (manifest) {
    if (!verdict.genuine) lines.push('Rely on none of what follows: it is what the file says of itself.')
    lines.push(`  Bundle     ${manifest.id}`, `  Made on    ${manifest.created_at}`, `  Made by    ${manifest.issuer}`)
    lines.push(`  About      ${aboutOf(manifest.subject)}`, `  Files      ${manifest.entries.length}`)
    lines.push(`  Signed by  ${manifest.kid}`)
  }
  if (verdict.genuine) {
    const { name, id } = verdict.key.organization ?? {}
    lines.push(`  Key of     ${name ?? 'somebody'}${id ? ` (${id})` : ''}, by ${from}`)
  }
  return `${lines.map(visibleLine).join('\n')}\n`
}

function aboutOf(subject: Record<string, unknown>): string {
  const { framework, scope } = subject as { framework?: { name?: unknown }; scope?: { name?: unknown } }
  return [framework?.name, scope?.name].filter((one) => typeof one === 'string').join(', ')
}
