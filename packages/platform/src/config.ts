import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { MemberRole } from './db/schema.ts'
import { MEMBER_ROLES } from './http/roles.ts'
import { StartError } from './start-error.ts'

export type Role = 'all' | 'api' | 'worker'
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Every setting, validated. README.md explains each. */
export interface Config {
  port: number
  host: string
  publicUrl: string
  databaseUrl: string | undefined
  dataFolder: string
  apiKey: string | undefined
  secret: string | undefined
  allowPrivate: boolean
  role: Role
  workerConcurrency: number
  dnsServers: string[]
  /** IANA's list of registries, a mirror of it, or `off`. */
  rdapBootstrap?: string | undefined
  trustedProxies: string[]
  metricsToken: string | undefined
  /** Where mail is handed in, such as smtp://user:password@mail.example:587; without it none is sent. */
  smtpUrl: string | undefined
  /** Whom mail is from: an address, with or without a name. */
  mailFrom: string | undefined
  /** Where mail that cannot be delivered comes back to, each under a tag of its own (VERP); undefined: to the sender. */
  bounceAddress?: string | undefined
  logLevel: LogLevel
  /** The OpenID provider that people log in by, beside their password. */
  oidc: OidcSettings | undefined
  /** Where files may lie beside the database. */
  s3: S3Settings | undefined
  /** Where files are to be: those that are elsewhere move there. */
  storage: 'database' | 's3'
  /** Whether vulnerability data is fetched once a day. */
  feedUpdates: boolean
  /** Addresses and keys of feeds, as the engine reads them: everything that begins with LASTHASH_FEED. */
  feedSettings: Record<string, string | undefined>
}

/** S3-compatible storage for files. */
export interface S3Settings {
  /** Scheme, host and port, without the slash at the end. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket is the first part of the path; false: of the host's name. */
  pathStyle: boolean
  /** What the names of all objects begin with; ends in a slash where it is not empty. */
  prefix: string
  /** Milliseconds that an answer, or its next piece, may take. */
  patience: number
}

export interface OidcSettings {
  /** Without the slash at its end. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What whoever comes from the provider may do in the default organisation; undefined: only who was invited gets in. */
  role: MemberRole | undefined
}

/** Reads the environment once. Throws `StartError` that names the setting, its value and what it takes. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const text = (name: string) => env[name]?.trim() || undefined
  const host = text('HOST') ?? '127.0.0.1'
  const smtpUrl = smtpAddress(text('LASTHASH_SMTP_URL'))
  const s3 = s3Settings(text)
  const port = whole('PORT', text('PORT') ?? '8080', 0, 65_535)
  return {
    port,
    host,
    publicUrl: publicUrl(text('PUBLIC_URL') ?? defaultUrl(host, port)),
    databaseUrl: databaseUrl(text('DATABASE_URL')),
    dataFolder: text('LASTHASH_DATA_DIR') ?? './.lasthash',
    apiKey: apiKey(text('LASTHASH_API_KEY')),
    secret: text('LASTHASH_SECRET'),
    allowPrivate: flag('LASTHASH_ALLOW_PRIVATE_TARGETS', text('LASTHASH_ALLOW_PRIVATE_TARGETS')),
    role: oneOf('LASTHASH_ROLE', text('LASTHASH_ROLE') ?? 'all', ['all', 'api', 'worker']),
    workerConcurrency: whole('LASTHASH_WORKER_CONCURRENCY', text('LASTHASH_WORKER_CONCURRENCY') ?? '10', 1, 1_000),
    dnsServers: list(text('LASTHASH_DNS_SERVERS')).map(dnsServer),
    rdapBootstrap: rdapBootstrap(text('LASTHASH_RDAP_BOOTSTRAP')),
    trustedProxies: list(text('TRUSTED_PROXIES')).map(proxy),
    smtpUrl,
    mailFrom: smtpUrl && mailFrom(text('LASTHASH_MAIL_FROM')),
    bounceAddress: smtpUrl && bounceAddress(text('LASTHASH_BOUNCE_ADDRESS')),
    metricsToken: text('LASTHASH_METRICS_TOKEN'),
    logLevel: oneOf('LASTHASH_LOG_LEVEL', text('LASTHASH_LOG_LEVEL') ?? 'info', ['debug', 'info', 'warn', 'error']),
    oidc: oidc(text),
    s3,
    storage: storage(text('LASTHASH_STORAGE'), s3),
    feedUpdates: oneOf('LASTHASH_FEED_UPDATES', text('LASTHASH_FEED_UPDATES') ?? 'daily', ['daily', 'off']) === 'daily',
    feedSettings: Object.fromEntries(Object.entries(env).filter(([name]) => /^LASTHASH_FEED_/.test(name))),
  }
}

/** The address that a person on this machine types. */
export function defaultUrl(host: string, port: number): string {
  const named = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${isIP(named) === 6 ? `[${named}]` : named}:${port}`
}

function refuse(name: string, value: string, wanted: string): never {
  throw new StartError(`${name} is “${value}”: it takes ${wanted}.`)
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > most)
    refuse(name, value, `a whole number from ${least} to ${most}`)
  return number
}

function flag(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0' || value === 'false') return false
  if (value === '1' || value === 'true') return true
  return refuse(name, value, '1 or 0')
}

function oneOf<const T extends string>(name: string, value: string, choices: readonly T[]): T {
  return choices.find((choice) => choice === value) ?? refuse(name, value, `one of ${choices.join(', ')}`)
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function publicUrl(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    refuse('PUBLIC_URL', value, 'a URL such as https://lasthash.example.com')
  return value.replace(/\/+$/, '')
}

function databaseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    // Not shown: it may hold a password.
    throw new StartError(
      'DATABASE_URL is not a PostgreSQL address: it takes one such as postgres://user:password@host:5432/lasthash.',
    )
  }
  return value
}

function apiKey(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^[\x21-\x7e]{20,256}$/.test(value))
    throw new StartError('LASTHASH_API_KEY has to have 20 to 256 characters, printable ASCII without spaces.')
  return value
}

function smtpAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.parse(value)
  // Not shown: it may hold a password.
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new StartError(
      'LASTHASH_SMTP_URL is not the address of a mail server: it takes one such as smtp://user:password@mail.example.com:587, or smtps:// where TLS comes first.',
    )
  return value
}

/** `Name <address>` or an address alone. */
function mailFrom(value: string | undefined): string {
  if (value === undefined)
    throw new StartError('LASTHASH_MAIL_FROM is not set: mail needs a sender, such as LastHash <alerts@example.com>.')
  return /^(?:[^<>\r\n"]*<[^\s<>@"]+@[^\s<>@"]+>|[^\s<>@"]+@[^\s<>@"]+)$/.test(value)
    ? value
    : refuse('LASTHASH_MAIL_FROM', value, 'an address, as in LastHash <alerts@example.com>')
}

/** An address alone, short enough for a tag. */
function bounceAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return /^[^\s<>@"+]{1,14}@[^\s<>@"]+$/.test(value)
    ? value
    : refuse(
        'LASTHASH_BOUNCE_ADDRESS',
        value,
        'an address such as bounces@example.com, at most 14 characters before the @',
      )
}

function oidc(text: (name: string) => string | undefined): OidcSettings | undefined {
  const issuer = text('LASTHASH_OIDC_ISSUER')
  const clientId = text('LASTHASH_OIDC_CLIENT_ID')
  const clientSecret = text('LASTHASH_OIDC_CLIENT_SECRET')
  const role = text('LASTHASH_OIDC_ROLE')
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw new StartError(
      'LASTHASH_OIDC_ISSUER, LASTHASH_OIDC_CLIENT_ID and LASTHASH_OIDC_CLIENT_SECRET belong together: set all three, or none.',
    )
  }
  if (!URL.canParse(issuer) || !/^https?:$/.test(new URL(issuer).protocol))
    refuse('LASTHASH_OIDC_ISSUER', issuer, 'the address of an OpenID provider, such as https://id.example.com')
  return {
    issuer: issuer.replace(/\/+$/, ''),
    clientId,
    clientSecret,
    role: role === undefined ? undefined : oneOf('LASTHASH_OIDC_ROLE', role, MEMBER_ROLES),
  }
}

const S3_NEEDED = [
  'LASTHASH_S3_ENDPOINT',
  'LASTHASH_S3_BUCKET',
  'LASTHASH_S3_ACCESS_KEY_ID',
  'LASTHASH_S3_SECRET_ACCESS_KEY',
] as const
const S3_PATIENCE = '15' // seconds

function s3Settings(text: (name: string) => string | undefined): S3Settings | undefined {
  const [endpoint, bucket, accessKeyId, secretAccessKey] = S3_NEEDED.map(text)
  if (!endpoint && !bucket && !accessKeyId && !secretAccessKey) return undefined
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    const missing = S3_NEEDED.filter((name) => !text(name))
    throw new StartError(
      `${S3_NEEDED.join(', ')} belong together: set all four, or none. Missing: ${missing.join(', ')}.`,
    )
  }
  const url = URL.parse(endpoint)
  // Not shown: people put keys into addresses.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.pathname !== '/' || url.search)
    throw new StartError(
      'LASTHASH_S3_ENDPOINT takes scheme, host and port, such as https://s3.eu-central-1.amazonaws.com or http://10.0.0.5:9000: the bucket has a setting of its own.',
    )
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    refuse('LASTHASH_S3_BUCKET', bucket, 'the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens')
  const prefix = (text('LASTHASH_S3_PREFIX') ?? '').replace(/^\/+|\/+$/g, '')
  if (!/^(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?$/.test(prefix))
    refuse('LASTHASH_S3_PREFIX', prefix, 'the beginning of objects’ names, such as lasthash/production')
  return {
    endpoint: url.origin,
    bucket,
    region: text('LASTHASH_S3_REGION') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
    pathStyle: flag('LASTHASH_S3_PATH_STYLE', text('LASTHASH_S3_PATH_STYLE') ?? '1'),
    prefix: prefix === '' ? '' : `${prefix}/`,
    patience: 1_000 * whole('LASTHASH_S3_TIMEOUT', text('LASTHASH_S3_TIMEOUT') ?? S3_PATIENCE, 1, 600),
  }
}

function storage(value: string | undefined, s3: S3Settings | undefined): Config['storage'] {
  const chosen = oneOf('LASTHASH_STORAGE', value ?? (s3 ? 's3' : 'database'), ['database', 's3'])
  if (chosen === 's3' && !s3) throw new StartError(`LASTHASH_STORAGE is “s3”: that needs ${S3_NEEDED.join(', ')}.`)
  return chosen
}

function dnsServer(value: string): string {
  const host = /^\[([^\]]+)\](?::\d+)?$/.exec(value)?.[1] ?? (isIP(value) === 6 ? value : value.replace(/:\d+$/, ''))
  return isIP(host) === 0
    ? refuse('LASTHASH_DNS_SERVERS', value, 'addresses such as 9.9.9.9 or 127.0.0.1:5353, separated by commas')
    : value
}

function rdapBootstrap(value: string | undefined): string | undefined {
  if (value === undefined || value === 'off' || /^https?:\/\//.test(value)) return value
  return refuse('LASTHASH_RDAP_BOOTSTRAP', value, 'an http or https address, or off')
}

function proxy(value: string): string {
  const cidr = value.includes('/') ? value : `${value}/${isIP(value) === 6 ? 128 : 32}`
  try {
    ipaddr.parseCIDR(cidr)
  } catch {
    refuse('TRUSTED_PROXIES', value, 'addresses or CIDRs such as 10.0.0.0/8, separated by commas')
  }
  return cidr
}
