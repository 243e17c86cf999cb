import { frameworks, rfc3339 } from '@lasthash/scanner'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { ApiError, type FieldError } from '../../errors.ts'
import { listBody, pageOf } from '../../http/list.ts'
import { newId } from '../../identifier.ts'
import type { Condition } from '../../policies/condition.ts'
import { evaluate } from '../../policies/evaluate.ts'
import { factsOf } from '../../policies/facts.ts'
import { endPolicyAlerts } from '../../policies/judge-scan.ts'
import {
  deletePolicy,
  findPolicy,
  insertPolicy,
  listChannelsNaming,
  listDone,
  listIntegrationsNaming,
  type PolicyRow,
  type Span,
  updatePolicy,
} from './store.ts'

interface Given {
  name: string
  description?: string
  fail_when: Condition
}

export const missing = (id: string) => new ApiError('not_found', `There is no policy ${id}.`)

export function createPolicy(db: Kysely<Schema>, organizationId: string, given: Given): Promise<PolicyRow> {
  requireKnown(given.fail_when)
  const { name, description = '', fail_when } = given
  const id = newId('pol')
  return insertPolicy(db, {
    id,
    organization_id: organizationId,
    name,
    description,
    fail_when: JSON.stringify(fail_when),
  })
}

export async function changePolicy(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  { name, description, fail_when }: { name?: string; description?: string | null; fail_when?: Condition },
): Promise<PolicyRow> {
  if (fail_when) requireKnown(fail_when)
  const policy = await updatePolicy(db, organizationId, id, {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: description ?? '' }),
    ...(fail_when === undefined ? {} : { fail_when: JSON.stringify(fail_when) }),
  })
  if (!policy) throw missing(id)
  return policy
}

/** Ends its alerts, too. Throws `policy_in_use` while an alert channel or an integration names it. */
export async function removePolicy(db: Kysely<Schema>, organizationId: string, id: string): Promise<void> {
  const channels = (await listChannelsNaming(db, organizationId, id)).map((channel) => channel.id)
  if (channels.length > 0)
    throw new ApiError(
      'policy_in_use',
      `Alert channels name the policy: ${channels.join(', ')}. Change their filters first.`,
    )
  const integrations = (await listIntegrationsNaming(db, organizationId, id)).map((integration) => integration.id)
  if (integrations.length > 0)
    throw new ApiError(
      'policy_in_use',
      `Rules of integrations name the policy: ${integrations.join(', ')}. Change their rules first.`,
    )
  if (!(await deletePolicy(db, organizationId, id))) throw missing(id)
  await endPolicyAlerts(db, organizationId, id)
}

/** What a condition would have said of scans that are done, as things have been decided by now. */
export async function simulate(
  db: Kysely<Schema>,
  organizationId: string,
  condition: Condition,
  { limit, cursor, ...span }: Span & { limit?: number; cursor?: string },
) {
  requireKnown(condition)
  const page = pageOfBody({ limit, cursor })
  const scans = await listDone(db, organizationId, page, span)
  const facts = await factsOf(
    db,
    organizationId,
    scans.slice(0, page.take - 1).map(({ id }) => id),
  )
  const body = listBody(scans, page)
  const data = body.data.map(({ completed_at, security_score, ...scan }) => ({
    ...scan,
    security_score: security_score!,
    completed_at: completed_at && rfc3339(completed_at),
    ...evaluate(condition, facts.get(scan.id)!),
  }))
  return { ...body, data, failed: data.filter(({ passed }) => !passed).length }
}

export async function simulatePolicy(
  db: Kysely<Schema>,
  organizationId: string,
  id: string,
  span: Span & { limit?: number; cursor?: string },
) {
  const policy = await findPolicy(db, organizationId, id)
  if (!policy) throw missing(id)
  return simulate(db, organizationId, policy.fail_when, span)
}

/** A cursor in a body is pointed to as what it is. */
function pageOfBody(given: { limit?: number; cursor?: string }) {
  try {
    return pageOf(given)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const errors = error.extras.errors?.map(({ detail }) => ({ pointer: '/cursor', detail }))
    throw new ApiError('validation_failed', `The body does not validate. /cursor: ${errors?.[0]?.detail}.`, { errors })
  }
}

/** A framework that nobody knows would never be met: that is a slip of the pen. */
function requireKnown(condition: Condition): void {
  const errors = unknownIn(condition, '/fail_when')
  const [first] = errors
  if (first)
    throw new ApiError('validation_failed', `The body does not validate. ${first.pointer}: ${first.detail}.`, {
      errors,
    })
}

function unknownIn({ compliance, all = [], any = [] }: Condition, at: string): FieldError[] {
  const errors = [
    ...all.flatMap((one, n) => unknownIn(one, `${at}/all/${n}`)),
    ...any.flatMap((one, n) => unknownIn(one, `${at}/any/${n}`)),
  ]
  if (!compliance) return errors
  const known = frameworks().find(({ id }) => id === compliance.framework)
  if (!known) {
    const names = frameworks().map(({ id }) => id)
    errors.push({ pointer: `${at}/compliance/framework`, detail: `is not known: ${names.join(', ')} are` })
    return errors
  }
  for (const [n, number] of (compliance.requirements ?? []).entries())
    if (!known.requirements.some((one) => one.number === number))
      errors.push({ pointer: `${at}/compliance/requirements/${n}`, detail: `is no requirement of ${known.name}` })
  return errors
}
