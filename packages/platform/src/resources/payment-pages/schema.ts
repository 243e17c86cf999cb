import { rfc3339 } from '@lasthash/scanner'
import type { Selectable } from 'kysely'
import { type Static, type TSchema, Type } from 'typebox'
import type { PaymentLedgerTable } from '../../db/schema.ts'
import { assuredBy, stateOf } from '../../payment/changes.ts'
import { LEDGER_KINDS, type LedgerKind } from '../../payment/ledger.ts'
import type { PageRow, ScriptCounts, ScriptRow } from './store.ts'

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Time = Type.String({ format: 'date-time' })
const Interval = Type.Integer({
  minimum: 3_600,
  maximum: 604_800,
  description: 'Seconds between looks: 86400 unless told, 604800 (a week) at most.',
})
const Name = Type.String({ maxLength: 200 })
const WEEK = 7 * 86_400_000 // milliseconds

export const PaymentPage = Type.Object(
  {
    id: Type.String(),
    website_id: Type.String(),
    url: Type.String(),
    name: Type.String(),
    interval: Interval,
    status: Type.Enum(['pending', 'watched', 'unwatched', 'ended'], {
      description:
        '`pending`: not looked at yet. `watched`: looked at within the last week. `unwatched`: not, and `detail` says why. `ended`: it is a payment page no more.',
    }),
    scripts: Type.Integer({ description: 'How many run on it.' }),
    unauthorized: Type.Integer({ description: 'How many of them are not authorised as they are.' }),
    headers: nullable(
      Type.Record(Type.String(), Type.String(), {
        description: 'Those that protect visitors, as a browser gets them; nonces are left out.',
      }),
    ),
    looked_at: nullable(Type.String({ format: 'date-time', description: 'The last look that was answered.' })),
    tried_at: nullable(Time),
    fault: nullable(Type.String({ description: 'Whose fault it is that the last try was not answered.' })),
    detail: nullable(Type.String()),
    next_look_at: nullable(Time),
    created_by: Type.String(),
    created_at: Time,
    updated_at: Time,
  },
  { title: 'PaymentPage' },
)

export const PaymentPageCreate = Type.Object(
  {
    website_id: Type.String({ maxLength: 80 }),
    url: Type.String({ minLength: 1, maxLength: 2_048, description: 'Of the website itself.' }),
    name: Type.Optional(Name),
    interval: Type.Optional(Interval),
  },
  { additionalProperties: false },
)

export const PaymentPagePatch = Type.Object(
  { name: Type.Optional(Name), interval: Type.Optional(Interval) },
  { additionalProperties: false },
)

export const PaymentScript = Type.Object(
  {
    id: Type.String(),
    payment_page_id: Type.String(),
    source: Type.String({
      description: 'Of a file its address; of other code its kind and the beginning of its hash.',
    }),
    kind: Type.Enum(['file', 'inline', 'handler', 'dynamic'], {
      description: '`inline`: in the page. `handler`: in an attribute. `dynamic`: made by a script.',
    }),
    sha256: Type.String({ description: 'Of what runs now; in inline code, numbers and tokens are left out.' }),
    integrity: nullable(Type.String({ description: 'The page’s `integrity` attribute for it.' })),
    loaded_by: nullable(Type.String({ description: 'The script that loads it; null: the page itself.' })),
    third_party: Type.Boolean({ description: 'From another host than the page.' }),
    excerpt: Type.String({ description: 'How code without an address begins.' }),
    present: Type.Boolean(),
    state: Type.Enum(['authorized', 'changed_since', 'not_authorized']),
    assured_by: nullable(
      Type.Enum(['integrity', 'version'], {
        description:
          'Its integrity: the browser holds it to the `integrity` attribute, or each look holds it to the authorised text.',
      }),
    ),
    authorization: nullable(
      Type.Object({
        kind: Type.Enum(['version', 'address']),
        sha256: nullable(Type.String()),
        justification: Type.String(),
        author: Type.String(),
        authorized_at: Time,
      }),
    ),
    first_seen_at: Time,
    last_seen_at: Time,
    changed_at: nullable(Time),
  },
  { title: 'PaymentScript' },
)

export const PaymentScriptPatch = Type.Object(
  {
    authorized: Type.Boolean(),
    justification: Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'The business or technical reason why it is needed; of one that is taken back, why.',
    }),
    kind: Type.Optional(
      Type.Enum(['version', 'address'], {
        default: 'version',
        description:
          '`version`: the text that runs now; another one has to be authorised anew. `address`: whatever the address gives: its integrity is then assured by an `integrity` attribute only.',
      }),
    ),
  },
  { additionalProperties: false },
)

export const LedgerEntry = Type.Object(
  {
    id: Type.String(),
    sequence: Type.Integer(),
    kind: Type.Enum(Object.keys(LEDGER_KINDS) as LedgerKind[]),
    data: Type.Record(Type.String(), Type.Unknown()),
    created_at: Type.String({ format: 'date-time', description: 'To the millisecond, as it is hashed.' }),
    hash: Type.String({
      description:
        'SHA-256, in hexadecimal digits, of the hash before it (of 32 zero bytes for the first) and of the JSON array of page, sequence, kind, data with sorted members, and the time in milliseconds.',
    }),
  },
  { title: 'PaymentLedgerEntry' },
)

export const EXAMPLE: Static<typeof PaymentPage> = {
  id: 'pay_01k0000000000000000000000',
  website_id: 'ws_01k0000000000000000000000',
  url: 'https://shop.example/checkout/payment',
  name: 'Card payment',
  interval: 86_400,
  status: 'watched',
  scripts: 7,
  unauthorized: 1,
  headers: { 'content-security-policy': "script-src 'self' 'nonce-…'", 'x-frame-options': 'DENY' },
  looked_at: '2026-01-15T04:00:00Z',
  tried_at: '2026-01-15T04:00:00Z',
  fault: null,
  detail: null,
  next_look_at: '2026-01-16T04:00:00Z',
  created_by: 'key_01k0000000000000000000000',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-15T04:00:00Z',
}

export const SCRIPT_EXAMPLE: Static<typeof PaymentScript> = {
  id: 'scr_01k0000000000000000000000',
  payment_page_id: 'pay_01k0000000000000000000000',
  source: 'https://js.provider.example/v3/',
  kind: 'file',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  integrity: null,
  loaded_by: null,
  third_party: true,
  excerpt: '',
  present: true,
  state: 'authorized',
  assured_by: 'version',
  authorization: {
    kind: 'version',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    justification: 'Shows the payment provider’s card form.',
    author: 'user_01k0000000000000000000000',
    authorized_at: '2026-01-02T09:00:00Z',
  },
  first_seen_at: '2026-01-01T00:00:00Z',
  last_seen_at: '2026-01-15T04:00:00Z',
  changed_at: null,
}

export const LEDGER_EXAMPLE: Static<typeof LedgerEntry> = {
  id: 'ple_12',
  sequence: 12,
  kind: 'script_added',
  data: { source: 'https://cdn.example/tag.js', sha256: SCRIPT_EXAMPLE.sha256, third_party: true },
  created_at: '2026-01-15T04:00:00.123Z',
  hash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
}

export function toPaymentPage(
  row: PageRow,
  { scripts, unauthorized }: ScriptCounts,
  now = Date.now(),
): Static<typeof PaymentPage> {
  const { id, website_id, url, name, interval_seconds, headers, fault, detail, created_by } = row
  const when = (at: Date | null) => at && rfc3339(at)
  return {
    ...{ id, website_id, url, name, interval: interval_seconds, status: statusOf(row, now), scripts, unauthorized },
    ...{ headers, looked_at: when(row.looked_at), tried_at: when(row.tried_at), fault, detail },
    next_look_at: row.ended_at ? null : rfc3339(row.next_look_at),
    created_by,
    created_at: rfc3339(row.created_at),
    updated_at: rfc3339(row.updated_at),
  }
}

function statusOf({ ended_at, looked_at, created_at }: PageRow, now: number) {
  if (ended_at) return 'ended'
  if (now - (looked_at ?? created_at).getTime() > WEEK) return 'unwatched'
  return looked_at ? 'watched' : 'pending'
}

export function toPaymentScript(row: ScriptRow): Static<typeof PaymentScript> {
  const { id, payment_page_id, source, kind, sha256, integrity, loaded_by, third_party, excerpt, present } = row
  const { authorization_kind, authorized_sha256, justification, authorized_by, authorized_at } = row
  return {
    ...{ id, payment_page_id, source, kind, sha256, integrity, loaded_by, third_party, excerpt, present },
    state: stateOf(row),
    assured_by: assuredBy(row),
    authorization: authorization_kind && {
      kind: authorization_kind,
      sha256: authorized_sha256,
      justification: justification ?? '',
      author: authorized_by ?? '',
      authorized_at: rfc3339(authorized_at!),
    },
    first_seen_at: rfc3339(row.first_seen_at),
    last_seen_at: rfc3339(row.last_seen_at),
    changed_at: row.changed_at && rfc3339(row.changed_at),
  }
}

export function toLedgerEntry(row: Selectable<PaymentLedgerTable>): Static<typeof LedgerEntry> {
  const { sequence, kind, data, created_at, hash } = row
  return {
    id: `ple_${sequence}`,
    sequence,
    kind: kind as LedgerKind,
    data,
    created_at: created_at.toISOString(),
    hash: hash.toString('hex'),
  }
}
