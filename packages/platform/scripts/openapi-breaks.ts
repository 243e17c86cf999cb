type Json = Record<string, unknown>

export interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

interface Operation {
  operationId: string
  'x-scope'?: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

interface Schema extends Json {
  $ref?: string
  type?: string
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
}

/** Limits that a request must keep: how a new value is tighter than an old one. */
const UPPER = ['maxLength', 'maximum', 'maxItems']
const LOWER = ['minLength', 'minimum', 'minItems']
/** Rules that a new value must keep: any other than before may refuse what was taken. */
const FORMS = ['pattern', 'format', 'uniqueItems', 'const']

/** What a client that works with `before` would trip over in `after`: within /v1 there are only additions. */
export function breaks(before: Description, after: Description): string[] {
  const found: string[] = []
  for (const [path, operations] of Object.entries(before.paths)) {
    for (const [method, old] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${path}`
      const now = after.paths[path]?.[method]
      if (!now) found.push(`${name} is gone`)
      else found.push(...operationBreaks(old, now, { before, after }).map((fault) => `${name}: ${fault}`))
    }
  }
  return found
}

interface Both {
  before: Description
  after: Description
}

function operationBreaks(old: Operation, now: Operation, both: Both): string[] {
  const found: string[] = []
  if (old.operationId !== now.operationId) found.push(`operationId ${old.operationId} became ${now.operationId}`)
  if (now['x-scope'] && old['x-scope'] !== now['x-scope']) found.push(`it needs the scope ${now['x-scope']}`)
  for (const parameter of old.parameters ?? []) {
    const same = now.parameters?.find((one) => one.name === parameter.name && one.in === parameter.in)
    if (!same) found.push(`the ${parameter.in} parameter ${parameter.name} is gone`)
    else found.push(...takenBreaks(parameter.schema, same.schema, parameter.name, both))
  }
  for (const parameter of now.parameters ?? []) {
    const old_ = old.parameters?.find((one) => one.name === parameter.name && one.in === parameter.in)
    if (parameter.required && !old_?.required) found.push(`the ${parameter.in} parameter ${parameter.name} is required`)
  }
  if (now.requestBody?.required && !old.requestBody?.required) found.push('the body is required')
  for (const [type, { schema }] of Object.entries(old.requestBody?.content ?? {})) {
    const same = now.requestBody?.content[type]
    if (!same) found.push(`a body of ${type} is not taken`)
    else found.push(...takenBreaks(schema, same.schema, 'body', both))
  }
  for (const [status, answer] of Object.entries(old.responses)) {
    if (!status.startsWith('2')) continue
    const same = now.responses[status]
    if (!same) found.push(`the answer ${status} is gone`)
    for (const [type, { schema }] of Object.entries(answer.content ?? {})) {
      const given = same?.content?.[type]
      if (same && !given) found.push(`${status} no longer comes as ${type}`)
      else if (given) found.push(...givenBreaks(schema, given.schema, `${status}`, both))
    }
  }
  return found
}

/** Of what clients send: nothing that was taken may be refused. */
function takenBreaks(old: Schema, now: Schema, place: string, both: Both): string[] {
  const [a, b] = [resolve(old, both.before), resolve(now, both.after)]
  const found: string[] = []
  const kinds = kindsOf(a).filter((kind) => !kindsOf(b).includes(kind))
  if (kindsOf(b).length > 0 && kinds.length > 0) found.push(`${place} no longer takes ${kinds.join(', ')}`)
  const lost = b.enum ? (a.enum ?? ['anything']).filter((value) => !b.enum!.includes(value)) : []
  if (lost.length > 0) found.push(`${place} no longer takes ${lost.join(', ')}`)
  for (const limit of UPPER) if (tighter(b[limit], a[limit])) found.push(`${place}: ${limit} is ${b[limit]}`)
  for (const limit of LOWER) if (tighter(a[limit], b[limit], 0)) found.push(`${place}: ${limit} is ${b[limit]}`)
  for (const form of FORMS) {
    if (b[form] !== undefined && b[form] !== a[form]) found.push(`${place}: ${form} is ${b[form]}`)
  }
  if (a.default !== undefined && a.default !== b.default) found.push(`${place}: default is ${b.default}`)
  for (const name of Object.keys(a.properties ?? {})) {
    if (b.properties?.[name])
      found.push(...takenBreaks(a.properties![name]!, b.properties[name], `${place}.${name}`, both))
    else if (b.additionalProperties === false) found.push(`${place}.${name} is no longer taken`)
  }
  for (const name of b.required ?? []) if (!a.required?.includes(name)) found.push(`${place}.${name} is required`)
  if (a.items && b.items) found.push(...takenBreaks(a.items, b.items, `${place}[]`, both))
  return found
}

/** Of what clients read: nothing that was given may be missing, nor of another kind. More values of an enum are additions. */
function givenBreaks(old: Schema, now: Schema, place: string, both: Both): string[] {
  const [a, b] = [resolve(old, both.before), resolve(now, both.after)]
  const found: string[] = []
  const kinds = kindsOf(b).filter((kind) => !kindsOf(a).includes(kind))
  if (kindsOf(a).length > 0 && kinds.length > 0) found.push(`${place} may be ${kinds.join(', ')} now`)
  for (const name of Object.keys(a.properties ?? {})) {
    const given = b.properties?.[name]
    if (!given) found.push(`${place}.${name} is gone`)
    else found.push(...givenBreaks(a.properties![name]!, given, `${place}.${name}`, both))
    if (given && a.required?.includes(name) && !b.required?.includes(name))
      found.push(`${place}.${name} may be missing`)
  }
  if (a.items && b.items) found.push(...givenBreaks(a.items, b.items, `${place}[]`, both))
  return found
}

/** The schema behind a reference; of a choice, the kinds together with the one object in it. */
function resolve(schema: Schema, description: Description): Schema {
  if (schema.$ref) return resolve(description.components.schemas[schema.$ref.split('/').at(-1)!]!, description)
  if (!schema.anyOf) return schema
  const choices = schema.anyOf.map((one) => resolve(one, description))
  const main = choices.find((one) => one.type !== 'null') ?? {}
  return { ...main, anyOf: choices }
}

function kindsOf(schema: Schema): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one) => kindsOf(one))
  if (schema.type) return schema.type === 'number' ? ['number', 'integer'] : [schema.type]
  return schema.enum ? [...new Set(schema.enum.map((value) => typeof value))] : []
}

function tighter(low: unknown, high: unknown, none = Number.POSITIVE_INFINITY): boolean {
  const [a, b] = none === 0 ? [low ?? 0, high ?? 0] : [low ?? none, high ?? none]
  return Number(a) < Number(b)
}
