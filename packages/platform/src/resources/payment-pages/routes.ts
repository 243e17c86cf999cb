import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { LEDGER_KINDS, type LedgerKind } from '../../payment/ledger.ts'
import {
  EXAMPLE,
  LEDGER_EXAMPLE,
  LedgerEntry,
  PaymentPage,
  PaymentPageCreate,
  PaymentPagePatch,
  PaymentScript,
  PaymentScriptPatch,
  SCRIPT_EXAMPLE,
  toLedgerEntry,
  toPaymentPage,
  toPaymentScript,
} from './schema.ts'
import { decide, existing, lookSoon, markPage, missing, unmarkPage } from './service.ts'
import {
  countsOf,
  countsOfAll,
  findPage,
  findScript,
  listLedger,
  listPages,
  pageOfScripts,
  updatePage,
} from './store.ts'

const params = Type.Object({ payment_page_id: Type.String() })
const scriptParams = Type.Object({ payment_page_id: Type.String(), script_id: Type.String() })
const EMPTY = { has_more: false, next_cursor: null }
const SEQUENCE = /^ple_\d{1,15}$/

export const paymentPageRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/payment-pages',
    operationId: 'listPaymentPages',
    summary: 'List payment pages',
    scope: 'compliance:read',
    query: Type.Object(
      { ...LIST_QUERY, website_id: Type.Optional(Type.String({ maxLength: 80 })) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first; those that are none any more, too.',
        schema: listOf(PaymentPage),
        example: { object: 'list', data: [EXAMPLE], ...EMPTY },
      },
    },
    async handler({ db, organizationId, query: { website_id, ...list } }) {
      const page = pageOf(list)
      const rows = await listPages(db, organizationId, page, website_id)
      const counts = await countsOfAll(
        db,
        organizationId,
        rows.map(({ id }) => id),
      )
      const shown = rows.map((row) => toPaymentPage(row, counts.get(row.id) ?? { scripts: 0, unauthorized: 0 }))
      return { status: 200, body: listBody(shown, page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/payment-pages',
    operationId: 'createPaymentPage',
    summary: 'Mark a payment page',
    description:
      'For PCI DSS 6.4.3 and 11.6.1: it is looked at in a browser, daily unless told, at least weekly. What runs on it is listed, to be authorised with a reason; what changes raises an alert of kind `compliance` and the event `payment_page.changed`, and all of it stands in a ledger that nobody can change.',
    scope: 'compliance:write',
    body: PaymentPageCreate,
    example: { website_id: EXAMPLE.website_id, url: EXAMPLE.url, name: EXAMPLE.name },
    answers: { 201: { description: 'Marked.', location: true, schema: PaymentPage, example: EXAMPLE } },
    errors: ['payment_page_exists'],
    async handler(call) {
      const page = await markPage(call as never, call.body)
      const body = toPaymentPage(page, { scripts: 0, unauthorized: 0 })
      return { status: 201, body, headers: { location: `/v1/payment-pages/${page.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/payment-pages/:payment_page_id',
    operationId: 'getPaymentPage',
    summary: 'Get a payment page',
    scope: 'compliance:read',
    params,
    answers: { 200: { description: 'The page.', schema: PaymentPage, example: EXAMPLE } },
    async handler(call) {
      const page = await existing(call, call.params.payment_page_id)
      return { status: 200, body: toPaymentPage(page, await countsOf(call.db, call.organizationId, page.id)) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/payment-pages/:payment_page_id',
    operationId: 'updatePaymentPage',
    summary: 'Change a payment page',
    scope: 'compliance:write',
    params,
    body: PaymentPagePatch,
    example: { interval: 43_200 },
    answers: { 200: { description: 'Changed.', schema: PaymentPage, example: EXAMPLE } },
    async handler({ db, organizationId, params: { payment_page_id }, body: { name, interval } }) {
      if (!(await findPage(db, organizationId, payment_page_id))) throw missing(payment_page_id)
      const row = await updatePage(db, organizationId, payment_page_id, {
        ...(name === undefined ? {} : { name }),
        ...(interval === undefined ? {} : { interval_seconds: interval }),
      })
      return { status: 200, body: toPaymentPage(row, await countsOf(db, organizationId, row.id)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/payment-pages/:payment_page_id',
    operationId: 'deletePaymentPage',
    summary: 'Unmark a payment page',
    description: 'It is looked at no more. Its inventory and its ledger stay, for auditors.',
    scope: 'compliance:write',
    params,
    answers: { 204: { description: 'Unmarked, now or before.' } },
    async handler(call) {
      await unmarkPage(call as never, call.params.payment_page_id)
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/payment-pages/:payment_page_id/look',
    operationId: 'lookAtPaymentPage',
    summary: 'Look at a payment page now',
    scope: 'compliance:write',
    params,
    answers: {
      202: {
        description: 'It is looked at as soon as a worker is free.',
        location: true,
        schema: PaymentPage,
        example: EXAMPLE,
      },
    },
    errors: ['payment_page_ended'],
    async handler(call) {
      const page = await lookSoon(call as never, call.params.payment_page_id)
      return {
        status: 202,
        body: toPaymentPage(page, await countsOf(call.db, call.organizationId, page.id)),
        headers: { location: `/v1/payment-pages/${page.id}` },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/payment-pages/:payment_page_id/scripts',
    operationId: 'listPaymentScripts',
    summary: 'List the scripts of a payment page',
    description: 'The inventory: every script that a browser ran for it, and who authorised it, why.',
    scope: 'compliance:read',
    params,
    query: Type.Object(
      {
        ...LIST_QUERY,
        present: Type.Optional(Type.Enum(['true', 'false'], { description: 'Only those that are there, or not.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(PaymentScript),
        example: { object: 'list', data: [SCRIPT_EXAMPLE], ...EMPTY },
      },
    },
    async handler(call) {
      const { db, organizationId, params, query } = call
      const { present, ...list } = query
      await existing(call, params.payment_page_id)
      const page = pageOf(list)
      const wanted = present === undefined ? undefined : present === 'true'
      const rows = await pageOfScripts(db, organizationId, params.payment_page_id, page, wanted)
      return { status: 200, body: listBody(rows.map(toPaymentScript), page) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/payment-pages/:payment_page_id/scripts/:script_id',
    operationId: 'getPaymentScript',
    summary: 'Get a script of a payment page',
    scope: 'compliance:read',
    params: scriptParams,
    answers: { 200: { description: 'The script.', schema: PaymentScript, example: SCRIPT_EXAMPLE } },
    async handler({ db, organizationId, params: { payment_page_id, script_id } }) {
      const row = await findScript(db, organizationId, payment_page_id, script_id)
      if (!row) throw new ApiError('not_found', `There is no script ${script_id} of ${payment_page_id}.`)
      return { status: 200, body: toPaymentScript(row) }
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/payment-pages/:payment_page_id/scripts/:script_id',
    operationId: 'authorizePaymentScript',
    summary: 'Authorise a script, or take that back',
    description: 'With a reason, which the ledger keeps with who gave it, and when.',
    scope: 'compliance:write',
    params: scriptParams,
    body: PaymentScriptPatch,
    example: { authorized: true, justification: 'Shows the payment provider’s card form.' },
    answers: { 200: { description: 'Decided.', schema: PaymentScript, example: SCRIPT_EXAMPLE } },
    async handler(call) {
      const { payment_page_id, script_id } = call.params
      return { status: 200, body: toPaymentScript(await decide(call as never, payment_page_id, script_id, call.body)) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/payment-pages/:payment_page_id/ledger',
    operationId: 'listPaymentLedger',
    summary: 'Read the ledger of a payment page',
    description:
      'Every look, change and decision, each hash-chained to the one before. Nobody can change or remove an entry.',
    scope: 'compliance:read',
    params,
    query: Type.Object(
      { ...LIST_QUERY, kind: Type.Optional(Type.Enum(Object.keys(LEDGER_KINDS) as LedgerKind[])) },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(LedgerEntry),
        example: { object: 'list', data: [LEDGER_EXAMPLE], ...EMPTY },
      },
    },
    async handler(call) {
      const { db, organizationId, params, query } = call
      const { kind, ...list } = query
      await existing(call, params.payment_page_id)
      const { take, before } = pageOf(list, SEQUENCE)
      const page = { take, before: before?.slice('ple_'.length) ?? null }
      const rows = await listLedger(db, organizationId, params.payment_page_id, page, kind)
      return { status: 200, body: listBody(rows.map(toLedgerEntry), page) }
    },
  }),
]
