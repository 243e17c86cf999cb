interface CatalogueEntry {
  status: number
  title: string
  /** Whether the very same request may succeed later. */
  retryable: boolean
  /** For the docs: when it happens and what to do. */
  explanation: string
}

/** Every error code of the API: the one table that answers, docs and clients come from. Only added to within v1. */
export const ERRORS = {
  malformed_json: {
    status: 400,
    title: 'The body is not JSON',
    retryable: false,
    explanation: 'Send valid JSON in UTF-8.',
  },
  validation_failed: {
    status: 400,
    title: 'The request does not validate',
    retryable: false,
    explanation: '`errors` names each field, parameter or header that is wrong, and what it takes.',
  },
  target_refused: {
    status: 400,
    title: 'The target may not be reached',
    retryable: false,
    explanation:
      'The URL is malformed, or leads to a private or otherwise reserved address. Whoever runs LastHash can allow private targets.',
  },
  missing_api_key: {
    status: 401,
    title: 'No API key',
    retryable: false,
    explanation: 'Send `Authorization: Bearer <api key>`.',
  },
  session_ended: {
    status: 401,
    title: 'The log-in has ended',
    retryable: false,
    explanation: 'Log in again, at `/login`. Programs use an API key.',
  },
  invalid_api_key: {
    status: 401,
    title: 'The API key is not valid',
    retryable: false,
    explanation: 'It is misspelt, unknown, revoked or expired. Make another one.',
  },
  invalid_signature: {
    status: 401,
    title: 'The webhook is not signed as agreed',
    retryable: false,
    explanation: 'Give the tracker’s webhook the integration’s `webhook_secret`, and have it send JSON.',
  },
  insufficient_scope: {
    status: 403,
    title: 'The API key or the role lacks a scope',
    retryable: false,
    explanation: '`required_scope` names it. Use a key that has it, or ask an owner or admin for another role.',
  },
  ip_not_allowed: {
    status: 403,
    title: 'The address is not on the key’s list',
    retryable: false,
    explanation: 'Call from an address within the key’s `allowed_cidrs`, or change the list.',
  },
  plan_without_api: {
    status: 403,
    title: 'The plan has no API access',
    retryable: false,
    explanation: 'The starter plan has the dashboard only. Change the plan.',
  },
  organization_suspended: {
    status: 403,
    title: 'The organisation is suspended',
    retryable: false,
    explanation: 'The organisation above it suspended it, and can end that.',
  },
  organization_not_parent: {
    status: 403,
    title: 'The organisation has none under itself',
    retryable: false,
    explanation: 'There is one level only: the organisation above makes organisations.',
  },
  organization_not_deletable: {
    status: 409,
    title: 'The organisation cannot be deleted',
    retryable: false,
    explanation:
      'Only an organisation under another one can be: not the one that was made at the first start, and none that holds test data.',
  },
  domain_taken: {
    status: 409,
    title: 'The domain is another organisation’s',
    retryable: false,
    explanation: 'A domain belongs to one organisation of an installation.',
  },
  domain_not_set: {
    status: 409,
    title: 'No domain is set',
    retryable: false,
    explanation: 'Set `branding.domain` first.',
  },
  domain_not_here: {
    status: 409,
    title: 'The domain does not lead here',
    retryable: true,
    explanation:
      'Under the domain’s `/.well-known/lasthash-domain` this service has to answer, with a valid certificate.',
  },
  origin_not_allowed: {
    status: 403,
    title: 'The origin is not allowed',
    retryable: false,
    explanation:
      'A form, or a change with the cookie of a log-in, came from another site; or the key is for the pages of certain origins only. Send it from a page of this server, or of those origins.',
  },
  no_organization: {
    status: 403,
    title: 'You belong to no organisation',
    retryable: false,
    explanation: 'Ask an owner or admin of one for an invitation.',
  },
  not_found: {
    status: 404,
    title: 'There is no such object',
    retryable: false,
    explanation: 'The id is unknown to your organisation, or malformed.',
  },
  route_not_found: {
    status: 404,
    title: 'There is no such address',
    retryable: false,
    explanation: 'The API is described at /openapi.json.',
  },
  method_not_allowed: {
    status: 405,
    title: 'The method is not allowed here',
    retryable: false,
    explanation: 'The `Allow` header names those that are.',
  },
  website_exists: {
    status: 409,
    title: 'The website is registered already',
    retryable: false,
    explanation: '`website_id` is the one that is registered.',
  },
  group_exists: {
    status: 409,
    title: 'There is such a group already',
    retryable: false,
    explanation: 'Names of groups are used once.',
  },
  website_not_verified: {
    status: 409,
    title: 'The website is not shown to be yours',
    retryable: false,
    explanation: 'Active scans attack: verify the website first, or one of a parent name.',
  },
  verification_not_begun: {
    status: 409,
    title: 'Nothing was to be published yet',
    retryable: false,
    explanation: 'POST the verification with a method first; it gives what to publish.',
  },
  status_not_lawful: {
    status: 409,
    title: 'The vulnerability cannot become that',
    retryable: false,
    explanation: 'What is fixed stays so until a scan sees it again.',
  },
  vulnerability_merged: {
    status: 409,
    title: 'The vulnerability was merged into another one',
    retryable: false,
    explanation: '`merged_into` is the one that stands for it. Split it off first to deal with it alone.',
  },
  vulnerabilities_not_mergeable: {
    status: 409,
    title: 'The vulnerabilities cannot be merged',
    retryable: false,
    explanation:
      'Both must be of one website, and two different ones; neither may have been merged, or be places set apart.',
  },
  places_not_separable: {
    status: 409,
    title: 'The places cannot be set apart',
    retryable: false,
    explanation: 'The path must be that of some of its places and not of all, and not be set apart already.',
  },
  monitor_not_possible: {
    status: 400,
    title: 'The website has nothing of that kind to look at',
    retryable: false,
    explanation: 'A site on plain HTTP shows no certificate, an address has no DNS records of its own.',
  },
  alert_resolved: {
    status: 409,
    title: 'The alert is resolved',
    retryable: false,
    explanation: 'A resolved alert stays as it was; what goes wrong again opens a new one.',
  },
  scan_not_cancelable: {
    status: 409,
    title: 'The scan has ended',
    retryable: false,
    explanation: 'Only scans that are queued or running can be canceled.',
  },
  scans_not_comparable: {
    status: 409,
    title: 'The scans are not of one website',
    retryable: false,
    explanation: 'Only scans of the same website can be compared.',
  },
  scan_not_done: {
    status: 409,
    title: 'The scan is not done',
    retryable: true,
    explanation: 'Wait until its status is `done`.',
  },
  scan_type_unavailable: {
    status: 409,
    title: 'The scan type is not available',
    retryable: false,
    explanation: 'Active scans come with a later version. Use `quick` or `full`.',
  },
  webhook_disabled: {
    status: 409,
    title: 'The webhook is switched off',
    retryable: false,
    explanation: 'Set `enabled` to true first.',
  },
  integration_disabled: {
    status: 409,
    title: 'The integration is switched off',
    retryable: false,
    explanation: 'Set `enabled` to true first.',
  },
  too_many_integrations: {
    status: 409,
    title: 'There are too many integrations',
    retryable: false,
    explanation: 'An organisation has at most 50: remove one first.',
  },
  ticket_exists: {
    status: 409,
    title: 'The vulnerability has a ticket there',
    retryable: false,
    explanation: '`ticket_id` is it. A vulnerability has one ticket in each tracker.',
  },
  vulnerability_not_open: {
    status: 409,
    title: 'The vulnerability is not open',
    retryable: false,
    explanation:
      'It is fixed, or somebody has accepted its risk or marked it as false: there is nothing to be done about it.',
  },
  channel_disabled: {
    status: 409,
    title: 'The alert channel is switched off',
    retryable: false,
    explanation: 'Set `enabled` to true first.',
  },
  too_many_channels: {
    status: 409,
    title: 'There are too many alert channels',
    retryable: false,
    explanation: 'An organisation has at most 100: remove one first.',
  },
  policy_in_use: {
    status: 409,
    title: 'The policy is in use',
    retryable: false,
    explanation: 'Alert channels name it in their filters: change those first.',
  },
  payment_page_exists: {
    status: 409,
    title: 'The page is marked already',
    retryable: false,
    explanation: 'A website has one payment page of an address.',
  },
  payment_page_ended: {
    status: 409,
    title: 'It is a payment page no more',
    retryable: false,
    explanation: 'It was unmarked: mark the address anew.',
  },
  too_many_websites: {
    status: 409,
    title: 'These are too many websites at once',
    retryable: false,
    explanation: 'Ask for one website, or for a group of fewer: an assessment takes 500, a bundle 100.',
  },
  report_not_done: {
    status: 409,
    title: 'The report is not done',
    retryable: false,
    explanation: '`status` of the report says whether it is still being made; `error` why it could not be.',
  },
  too_many_reports: {
    status: 409,
    title: 'Too many reports are waiting',
    retryable: true,
    explanation: 'Wait until some of them are done: how many may wait at once is a matter of the plan.',
  },
  too_many_report_schedules: {
    status: 409,
    title: 'There are too many schedules of reports',
    retryable: false,
    explanation: 'How many there may be is a matter of the plan: remove one first.',
  },
  mail_not_configured: {
    status: 409,
    title: 'No mail can be sent',
    retryable: false,
    explanation: 'Whoever runs LastHash has to set `LASTHASH_SMTP_URL` and `LASTHASH_MAIL_FROM`.',
  },
  last_owner: {
    status: 409,
    title: 'It is the last owner',
    retryable: false,
    explanation: 'An organisation has at least one owner: make another person one first.',
  },
  already_member: {
    status: 409,
    title: 'The person belongs to the organisation already',
    retryable: false,
    explanation: '`user_id` names the person: change the role there.',
  },
  invitation_ended: {
    status: 409,
    title: 'The invitation has ended',
    retryable: false,
    explanation: 'It was accepted or revoked: make a new one.',
  },
  replay_under_way: {
    status: 409,
    title: 'A replay of this webhook is under way',
    retryable: true,
    explanation: 'One at a time: wait until its status is `done`.',
  },
  replay_too_large: {
    status: 409,
    title: 'The replay would be too large',
    retryable: false,
    explanation: 'At most 100,000 events: take a shorter span, or fewer kinds.',
  },
  api_key_ended: {
    status: 409,
    title: 'The API key has ended',
    retryable: false,
    explanation: 'It was revoked, or has expired: make a new one instead.',
  },
  idempotency_key_in_use: {
    status: 409,
    title: 'A request with this idempotency key is under way',
    retryable: true,
    explanation: 'Wait a moment and repeat it.',
  },
  request_timeout: {
    status: 408,
    title: 'The request came too slowly',
    retryable: true,
    explanation: 'A request has to be complete within a minute. Repeat it.',
  },
  gone: {
    status: 410,
    title: 'This was withdrawn',
    retryable: false,
    explanation: 'The changelog names its successor.',
  },
  results_expired: {
    status: 410,
    title: 'The results are kept no longer',
    retryable: false,
    explanation:
      'What a scan found is kept for as long as the plan said when it ended (`results_kept_until`). Its score and counts stay.',
  },
  precondition_failed: {
    status: 412,
    title: 'The object has changed',
    retryable: false,
    explanation: 'The `ETag` header is the present tag: get the object again and repeat the change on it.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    retryable: false,
    explanation: 'Bodies have at most 1 MiB.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is not JSON',
    retryable: false,
    explanation: 'Send `Content-Type: application/json`.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The idempotency key was used for another request',
    retryable: false,
    explanation: 'Use a new key for each new request.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    retryable: false,
    explanation: 'All headers together have at most 16 KiB.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    retryable: true,
    explanation: '`Retry-After` says in how many seconds there is room again.',
  },
  bad_request: {
    status: 400,
    title: 'The request is not valid HTTP',
    retryable: false,
    explanation: 'Send a well-formed request.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong on our side',
    retryable: true,
    explanation: 'Tell us the `request_id`. Repeating the request, with an idempotency key, is safe.',
  },
  database_unavailable: {
    status: 503,
    title: 'The database cannot be reached',
    retryable: true,
    explanation: 'Repeat the request after `Retry-After` seconds. Nothing that was accepted is lost.',
  },
  storage_unavailable: {
    status: 503,
    title: 'The storage of files cannot be reached',
    retryable: true,
    explanation: 'The file is kept in storage that does not answer. Repeat the request after `Retry-After` seconds.',
  },
  shutting_down: {
    status: 503,
    title: 'This server is shutting down',
    retryable: true,
    explanation: 'Repeat the request: another server answers, or this one when it is back.',
  },
} as const satisfies Record<string, CatalogueEntry>

export type ErrorCode = keyof typeof ERRORS

/** What failed to validate, and where: one of the three places is named. */
export interface FieldError {
  /** JSON Pointer into the body (RFC 6901). */
  pointer?: string
  parameter?: string
  header?: string
  detail: string
}

export interface ErrorExtras {
  errors?: FieldError[]
  /** Further members of the problem document, such as the id of what is in the way. */
  members?: Record<string, unknown>
  headers?: Record<string, string>
}

/** Thrown anywhere below a route; becomes the answer. `detail` tells what is wrong with this very request, and the remedy. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly extras: ErrorExtras

  constructor(code: ErrorCode, detail: string, extras: ErrorExtras = {}) {
    super(detail)
    this.name = 'ApiError'
    this.code = code
    this.extras = extras
  }
}
