import type { S3Settings } from '../config.ts'

/** What S3 calls the faults that a person mends by a setting, and which. */
const MISTAKES: [codes: RegExp, say: (settings: S3Settings, code: string) => string][] = [
  [
    /^(InvalidAccessKeyId|SignatureDoesNotMatch|XMinioInvalidAccessKey|XAdminUserNotFound|InvalidSecurity)$/,
    (_, code) => `refuses the key (${code}): mend LASTHASH_S3_ACCESS_KEY_ID and LASTHASH_S3_SECRET_ACCESS_KEY`,
  ],
  [
    /^(AccessDenied|AllAccessDisabled)$/,
    ({ bucket }) => `does not let this key write to the bucket “${bucket}”: let it read, write and delete there`,
  ],
  [/^NoSuchBucket$/, ({ bucket }) => `has no bucket “${bucket}”: create it, or mend LASTHASH_S3_BUCKET`],
  [/^InvalidBucketName$/, ({ bucket }) => `takes no bucket called “${bucket}”: mend LASTHASH_S3_BUCKET`],
  [
    /^(AuthorizationHeaderMalformed|PermanentRedirect|IllegalLocationConstraintException)$/,
    ({ region }) => `expects another region than “${region}”: mend LASTHASH_S3_REGION`,
  ],
  [/^RequestTimeTooSkewed$/, () => 'finds that this machine’s clock is wrong: set it'],
]

/** One sentence for an operator about what went wrong with the storage of the settings. */
export function explain(error: unknown, settings: S3Settings): string {
  const place = `The S3 storage at ${settings.endpoint}`
  const { status, code } = answerOf(error)
  if (status === undefined) return `${place} ${withoutAnswer(error, settings)}.`
  const mistake = MISTAKES.find(([codes]) => codes.test(code))
  if (mistake) return `${place} ${mistake[1](settings, code)}.`
  if (status === 403)
    return `${place} refuses the key: mend LASTHASH_S3_ACCESS_KEY_ID and LASTHASH_S3_SECRET_ACCESS_KEY.`
  return `${place} answered ${status}${code === '' ? ', and not as S3 storage does' : ` (${code})`}.`
}

/** The settings are at fault, so that trying again is of no use. */
export function isMistaken(error: unknown): boolean {
  const { status, code } = answerOf(error)
  return status === 403 || MISTAKES.some(([codes]) => codes.test(code))
}

/** The storage is well, and takes others: it would not do this with this one. */
export function isOfOneObject(error: unknown): boolean {
  const { status = 0 } = answerOf(error)
  return status >= 400 && status < 500 && !isMistaken(error)
}

/** The library's error names the status and carries the answer's body. */
function answerOf(error: unknown): { status: number | undefined; code: string } {
  const { status, body, serviceCode } = (error ?? {}) as { status?: number; body?: string; serviceCode?: string }
  const named = /<Code>(\w+)<\/Code>/.exec(body ?? '')?.[1] ?? (serviceCode === 'Unknown' ? '' : serviceCode)
  return { status, code: named ?? '' }
}

function withoutAnswer(error: unknown, { patience }: S3Settings): string {
  for (
    let at = error as { code?: string; cause?: unknown; message?: string } | undefined;
    at;
    at = at.cause as typeof at
  ) {
    if (at.code === 'UND_ERR_HEADERS_TIMEOUT' || at.code === 'UND_ERR_BODY_TIMEOUT')
      return `did not answer within ${patience / 1_000} s`
    if (at.code === 'UND_ERR_CONNECT_TIMEOUT') return 'cannot be reached (timeout)'
    if (at.code && /^(E[A-Z_]+|CERT_\w+|\w*CERT\w*|UND_ERR_SOCKET)$/.test(at.code))
      return `cannot be reached (${at.code})`
  }
  return `failed (${(error as Error).message})`
}
