import type { Login, LoginStep, ScanOptions } from '@lasthash/scanner'
import type { FieldError } from '../../errors.ts'
import type { Secrets } from '../../secrets.ts'
import { timingFaults } from '../schedules/timing.ts'
import { HIDDEN, type SettingsPatch } from './settings-schema.ts'

export interface AllowedHours {
  from: string
  to: string
  time_zone: string
}

/** All that is set; what is not there is as the engine has it. */
export interface FullSettings {
  headers?: Record<string, string>
  cookies?: Record<string, string>
  login?: Login
  include?: string[]
  exclude?: string[]
  requests_per_second?: number
  concurrent_requests?: number
  allowed_hours?: AllowedHours
  openapi_url?: string
  user_agent_suffix?: string
  obey_robots?: boolean
  use_browser?: boolean
}

/** The same with what opens something marked `[hidden]`. */
export type ShownSettings = FullSettings

/** Settings as the columns hold them. */
export interface StoredSettings {
  settings: ShownSettings | null
  settings_secret: Buffer | null
}

/** The settings of a row, secrets and all. Throws when they were stored under another installation's secret. */
export function openSettings({ settings, settings_secret }: StoredSettings, secrets: Secrets): FullSettings {
  if (settings_secret) return JSON.parse(secrets.open(settings_secret).toString('utf8')) as FullSettings
  return settings ?? {}
}

export function storedSettings(full: FullSettings, secrets: Secrets): StoredSettings {
  const shown = hidden(full)
  const hasSecrets = JSON.stringify(shown) !== JSON.stringify(full)
  return {
    settings: Object.keys(full).length > 0 ? shown : null,
    settings_secret: hasSecrets ? secrets.seal(JSON.stringify(full)) : null,
  }
}

/** As the API shows them: everything, with what holds where nothing is set. */
export function toSettings(settings: ShownSettings | null) {
  const given = settings ?? {}
  return {
    headers: given.headers ?? {},
    cookies: given.cookies ?? {},
    login: given.login ?? null,
    include: given.include ?? [],
    exclude: given.exclude ?? [],
    requests_per_second: given.requests_per_second ?? null,
    concurrent_requests: given.concurrent_requests ?? null,
    allowed_hours: given.allowed_hours ?? null,
    openapi_url: given.openapi_url ?? null,
    user_agent_suffix: given.user_agent_suffix ?? null,
    obey_robots: given.obey_robots ?? false,
    use_browser: given.use_browser ?? true,
  }
}

export type EngineSettings = Pick<
  ScanOptions,
  'headers' | 'login' | 'perSecond' | 'concurrency' | 'userAgentSuffix' | 'crawl'
>

/** What the engine is told. */
export function engineOptions(full: FullSettings): EngineSettings {
  const { headers = {}, cookies = {}, login, include, exclude } = full
  const jar = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  const fields = [...Object.entries(headers), ...(jar.length > 0 ? [['Cookie', jar.join('; ')] as const] : [])]
  return {
    ...(fields.length > 0 && { headers: fields }),
    ...(login && { login }),
    ...(full.requests_per_second !== undefined && { perSecond: full.requests_per_second }),
    ...(full.concurrent_requests !== undefined && { concurrency: full.concurrent_requests }),
    ...(full.user_agent_suffix !== undefined && { userAgentSuffix: full.user_agent_suffix }),
    crawl: {
      ...(include && { include }),
      ...(exclude && { exclude }),
      ...(full.obey_robots !== undefined && { robots: full.obey_robots }),
      ...(full.use_browser !== undefined && { browser: full.use_browser }),
      ...(full.openapi_url !== undefined && { description: full.openapi_url }),
    },
  }
}

/**
 * A JSON merge patch (RFC 7396) upon what is set, in which `[hidden]` stands for the value that is there. Gives the new
 * settings, or what is wrong with them, each with its place below `/settings`.
 */
export function changedSettings(
  present: FullSettings,
  patch: SettingsPatch | null,
  origin: string,
): { settings: FullSettings } | { faults: FieldError[] } {
  const faults: FieldError[] = []
  const settings = (patch === null ? {} : (merged(present, patch, '/settings', faults) ?? {})) as FullSettings
  faults.push(...faultsOf(settings, origin))
  return faults.length > 0 ? { faults } : { settings }
}

function merged(present: unknown, patch: unknown, place: string, faults: FieldError[]): unknown {
  if (patch === HIDDEN) {
    if (typeof present === 'string') return present
    faults.push({ pointer: place, detail: `is “${HIDDEN}”, and no value is kept that this could stand for` })
    return patch
  }
  if (Array.isArray(patch)) {
    const before = Array.isArray(present) ? present : []
    return patch.map((one, index) => merged(before[index], one, `${place}/${index}`, faults))
  }
  if (patch === null || typeof patch !== 'object') return patch
  const before = isObject(present) ? present : {}
  // In a list each object stands for itself: what it does not name is not there.
  const inList = /\/\d+(?:\/|$)/.test(place)
  const result: Record<string, unknown> = inList ? {} : { ...before }
  for (const [name, one] of Object.entries(patch)) {
    if (one === null) delete result[name]
    else result[name] = merged(before[name], one, `${place}/${escaped(name)}`, faults)
  }
  return Object.keys(result).length > 0 ? result : undefined
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}$/ // RFC 9110 section 5.6.2
/** Fields that are the connection's, or ours: who scans is always told, and cookies have a place of their own. */
const OURS =
  /^(?:host|connection|content-length|transfer-encoding|te|upgrade|keep-alive|proxy-.*|cookie|user-agent|expect)$/i

function faultsOf(settings: FullSettings, origin: string): FieldError[] {
  const faults: FieldError[] = []
  const fault = (place: string, detail: string) => void faults.push({ pointer: `/settings/${place}`, detail })
  for (const [name, value] of Object.entries(settings.headers ?? {})) {
    const place = `headers/${escaped(name)}`
    if (!TOKEN.test(name)) fault(place, 'is not the name of a header field')
    else if (OURS.test(name)) fault(place, /^cookie$/i.test(name) ? 'belongs into cookies' : 'cannot be set')
    if (!/^[\x20-\x7e\x80-\xff\t]*$/.test(value)) fault(place, 'holds characters that no header field can')
  }
  for (const [name, value] of Object.entries(settings.cookies ?? {})) {
    const place = `cookies/${escaped(name)}`
    if (!TOKEN.test(name)) fault(place, 'is not the name of a cookie')
    if (!/^[\x21-\x3a\x3c-\x7e]*$/.test(value))
      fault(place, 'holds characters that no cookie can, such as “;” or a space')
  }
  for (const list of ['include', 'exclude'] as const) {
    for (const [index, path] of (settings[list] ?? []).entries())
      if (!/^[/*]/.test(path)) fault(`${list}/${index}`, 'must begin with / or *')
  }
  if (settings.login) faultsOfLogin(settings.login, origin, (place, detail) => fault(`login${place}`, detail))
  if (settings.allowed_hours)
    faultsOfHours(settings.allowed_hours, (place, detail) => fault(`allowed_hours${place}`, detail))
  const description = settings.openapi_url
  if (description !== undefined && URL.parse(description, origin)?.origin !== origin)
    fault('openapi_url', `must lie on the website itself: a path, or an address that begins with ${origin}/`)
  return faults
}

function faultsOfLogin(login: Login, origin: string, fault: (place: string, detail: string) => void): void {
  const { steps, url, username, password } = login
  if (steps === undefined && (url === undefined || username === undefined || password === undefined))
    fault('', 'needs url, username and password, or else steps')
  const isAddress = (one: string) => /^https?:$/.test(URL.parse(one, origin)?.protocol ?? '')
  if (url !== undefined && !isAddress(url)) fault('/url', 'is not an address')
  for (const [index, step] of (steps ?? []).entries())
    faultsOfStep(step, isAddress, (at, why) => fault(`/steps/${index}${at}`, why))
}

function faultsOfStep(
  { url, headers = {}, extract = {}, form, body }: LoginStep,
  isAddress: (url: string) => boolean,
  fault: (place: string, detail: string) => void,
): void {
  if (!isAddress(url.replaceAll(/\{\{\w+\}\}/g, 'x'))) fault('/url', 'is not an address')
  if (form !== undefined && body !== undefined) fault('/body', 'cannot stand beside a form')
  for (const name of Object.keys(headers))
    if (!TOKEN.test(name) || OURS.test(name))
      fault(`/headers/${escaped(name)}`, 'is not a header field that can be set')
  for (const [name, pattern] of Object.entries(extract)) {
    try {
      new RegExp(pattern)
    } catch (error) {
      fault(`/extract/${escaped(name)}`, `is no regular expression: ${(error as Error).message}`)
    }
  }
}

function faultsOfHours({ from, to, time_zone }: AllowedHours, fault: (place: string, detail: string) => void): void {
  const timing = { cron: null, every: 'daily' as const, time_zone, window: { from, to }, jitter: 0, seed: '' }
  for (const { pointer = '', detail } of timingFaults(timing, new Date())) fault(pointer.replace('/window', ''), detail)
}

function hidden(full: FullSettings): ShownSettings {
  const { headers, cookies, login, ...rest } = full
  return {
    ...(headers && { headers: each(headers) }),
    ...(cookies && { cookies: each(cookies) }),
    ...(login && { login: hiddenLogin(login) }),
    ...rest,
  }
}

function hiddenLogin({ password, fields, steps, ...rest }: Login): Login {
  return {
    ...rest,
    ...(password !== undefined && { password: HIDDEN }),
    ...(fields && { fields: each(fields) }),
    ...(steps && {
      steps: steps.map(({ headers, form, body, ...step }) => ({
        ...step,
        ...(headers && { headers: each(headers) }),
        ...(form && { form: each(form) }),
        ...(body !== undefined && { body: HIDDEN }),
      })),
    }),
  }
}

function each(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, HIDDEN]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** RFC 6901 section 3. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
