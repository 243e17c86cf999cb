import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { newId } from '../identifier.ts'
import { sendMail, sendsMail } from './mail.ts'

/** Where the library believes itself to be: only the provider's way back below it is served. */
export const AUTH_PATH = '/login'
export const OIDC_PROVIDER = 'oidc'

/** Set by us on what we hand to the library: the address that the request came from. */
export const ADDRESS_HEADER = 'x-lasthash-address'

export const PASSWORD_LENGTH = { least: 12, most: 128 } // characters
const SESSION_LIFE = 7 * 86_400 // seconds since its last use
const SESSION_RENEWED = 86_400 // seconds: a session in use is prolonged at most this often
const RESET_LIFE = 3_600 // seconds

const table = (modelName: string, ...fields: string[]) => ({
  modelName,
  fields: Object.fromEntries(fields.map((field) => [field, snake(field)])) as Record<string, string>,
})
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type Auth = Awaited<ReturnType<typeof build>>

/** better-auth on our database. Loaded at its first use (0.3 s, 48 MB): an installation that has keys only never pays for it. */
export function openAuth(context: Context): () => Promise<Auth> {
  let auth: Promise<Auth> | undefined
  return () => {
    auth ??= build(context).catch((error: unknown) => {
      auth = undefined
      throw error
    })
    return auth
  }
}

/** `__Host-` binds a cookie to this very host (RFC 6265bis section 4.1.3.2); browsers take it over HTTPS only. */
export function personCookie(publicUrl: string): string {
  return `${cookiePrefix(publicUrl)}.session_token`
}

function cookiePrefix(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-lasthash' : 'lasthash'
}

async function build({ config, database, secrets, log }: Context) {
  const [{ betterAuth }, { kyselyAdapter }, { twoFactor }, { genericOAuth }] = await Promise.all([
    import('better-auth/minimal'),
    import('@better-auth/kysely-adapter'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/plugins/generic-oauth'),
  ])
  const { publicUrl, oidc } = config
  const times = ['createdAt', 'updatedAt']
  const withoutTokens = async <T extends object>(account: T) => ({
    data: { ...account, accessToken: null, refreshToken: null, idToken: null },
  })
  const mail = (to: string, subject: string, paragraphs: string[]) => {
    // Not waited for: how long it takes would tell whether there is such an account.
    sendMail(config, { to, subject, paragraphs }).catch((error: unknown) =>
      log.error({ err: error }, 'a mail could not be sent'),
    )
  }
  return betterAuth({
    appName: 'LastHash',
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret: secrets.derive('people'),
    database: kyselyAdapter(database.system as never, { type: 'postgres', transaction: true }),
    telemetry: { enabled: false },
    // Failures are counted by us, over all replicas, per address and per account: see throttle.ts.
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message, ...more) => log[level === 'error' ? 'error' : 'debug']({ more }, `log-in: ${message}`),
    },
    onAPIError: { errorURL: `${publicUrl}/login` },
    user: table('auth_users', 'emailVerified', ...times),
    session: {
      ...table('auth_sessions', 'userId', 'expiresAt', 'ipAddress', 'userAgent', ...times),
      expiresIn: SESSION_LIFE,
      updateAge: SESSION_RENEWED,
    },
    account: {
      ...table(
        'auth_accounts',
        ...['userId', 'accountId', 'providerId', 'accessToken', 'refreshToken', 'idToken'],
        ...['accessTokenExpiresAt', 'refreshTokenExpiresAt', ...times],
      ),
    },
    verification: table('auth_verifications', 'expiresAt', ...times),
    // Who somebody is is all that we ask of the provider: what it would let us do there is not kept.
    databaseHooks: { account: { create: { before: withoutTokens }, update: { before: withoutTokens } } },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      resetPasswordTokenExpiresIn: RESET_LIFE,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        mail(user.email, 'Set a new password for LastHash', [
          `Somebody, most likely you, asked to set a new password for ${user.email}. Within an hour this link does it:`,
          `${publicUrl}/password/${token}`,
          'If it was not you, do nothing: your password stays as it is.',
        ]),
    },
    emailVerification: {
      sendVerificationEmail: async ({ user, token }) => {
        if (!sendsMail(config)) return
        mail(user.email, 'Confirm your address for LastHash', [
          'Open this link to confirm that mail to this address reaches you:',
          `${publicUrl}/account/verify?token=${encodeURIComponent(token)}`,
        ])
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(publicUrl),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: publicUrl.startsWith('https:'), sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: {
        generateId: ({ model }) =>
          model === 'user' ? newId('user') : model === 'session' ? newId('ses') : randomUUID(),
      },
    },
    plugins: [
      twoFactor({
        issuer: 'LastHash',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: table(
            'auth_two_factors',
            'userId',
            'backupCodes',
            'failedVerificationCount',
            'lockedUntil',
          ) as never,
        },
      }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: OIDC_PROVIDER,
                  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                  requireIdTokenVerification: true,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                },
              ],
            }),
          ]
        : []),
    ],
  })
}
