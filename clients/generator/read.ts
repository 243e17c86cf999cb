import type { Answer, Field, Model, ObjectType, Operation, Resource, Type } from './model.ts'
import { nameOf, pascal, singular, snake } from './names.ts'

/** As much of OpenAPI 3.1 as ours uses. */
export interface OpenApi {
  info: { version: string }
  paths: Record<string, Record<string, OpenApiOperation>>
  components: { schemas: Record<string, Schema> }
}

interface OpenApiOperation {
  operationId: string
  summary: string
  description?: string
  deprecated?: boolean
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { required?: boolean; content: Record<string, { schema?: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>
}

interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  required?: string[]
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

const JSON_TYPE = 'application/json'
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Reads the OpenAPI document. */
export function readModel(document: OpenApi): Model {
  const types = new Types(document.components.schemas)
  const resources = new Map<string, Resource>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const described = methods[method]
      if (!described || !path.startsWith('/v1/')) continue
      const httpMethod = method.toUpperCase() as Operation['httpMethod']
      const isTaken = (resource: string, name: string) =>
        resources.get(resource)?.operations.some((one) => one.name === name) ?? false
      const { resource, method: name } = nameOf(described.operationId, httpMethod, path, isTaken)
      const operation = readOperation({ name, httpMethod, path }, described, types)
      const { operations } = resources.get(resource) ?? { operations: [] }
      resources.set(resource, { name: resource, operations: [...operations, operation] })
    }
  }
  const problem = document.components.schemas.Problem
  if (problem) types.read({ $ref: '#/components/schemas/Problem' }, 'Problem', 'out')
  return {
    version: document.info.version,
    resources: [...resources.values()],
    types: types.all(),
    errorCodes: (problem?.properties?.code?.enum ?? []) as string[],
  }
}

function readOperation(
  called: Pick<Operation, 'name' | 'httpMethod' | 'path'>,
  described: OpenApiOperation,
  types: Types,
): Operation {
  const { operationId: id, summary, description = '', deprecated = false, parameters = [] } = described
  const params = `${pascal(id)}Params`
  const query = parameters.filter((one) => one.in === 'query')
  const [mediaType, content] = preferred(described.requestBody?.content ?? {})
  return {
    ...called,
    id,
    summary,
    description,
    deprecated,
    pathParameters: [...called.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter!),
    query:
      query.length === 0
        ? null
        : types.add({
            name: content ? `${pascal(id)}Query` : params,
            description: `What \`${id}\` can be asked for.`,
            direction: 'in',
            fields: query.map((one) => ({
              name: one.name,
              description: one.description ?? '',
              required: one.required ?? false,
              type: flags(types.read(one.schema, `${params}${pascal(one.name)}`, 'in')),
            })),
          }),
    body: content
      ? {
          type: mediaType === JSON_TYPE ? types.read(content.schema ?? {}, params, 'in') : { kind: 'unknown' },
          required: described.requestBody?.required ?? false,
          mediaType,
        }
      : null,
    answer: readAnswer(described, called.httpMethod, types),
  }
}

/** A query is text: what takes `true` or `false` is a boolean to people. */
function flags(type: Type): Type {
  return type.kind === 'enum' && [...type.values].sort().join() === 'false,true' ? { kind: 'boolean' } : type
}

function preferred<Content>(content: Record<string, Content>): [string, Content | undefined] {
  const type = JSON_TYPE in content ? JSON_TYPE : (Object.keys(content)[0] ?? '')
  return [type, content[type]]
}

function readAnswer({ responses, operationId: id }: OpenApiOperation, httpMethod: string, types: Types): Answer {
  const successes = Object.entries(responses).filter(([status]) => /^2/.test(status))
  const content = Object.assign({}, ...successes.map(([, answer]) => answer.content ?? {})) as Record<
    string,
    { schema?: Schema }
  >
  const media = Object.keys(content)
  if (media.length === 0) return { kind: 'nothing' }
  if (media.includes('text/event-stream')) return { kind: 'events' }
  if (media.includes('application/x-ndjson')) return { kind: 'lines' }
  const schema = content[JSON_TYPE]?.schema
  if (schema && media.length === 1) return readJson(schema, id, types, httpMethod === 'GET')
  const others = media.filter((type) => type !== JSON_TYPE)
  const isText = (type: string) => /^text\/|[/+](json|xml)$/.test(type)
  return {
    kind: 'file',
    json: schema ? types.read(schema, `${pascal(id)}Result`, 'out') : null,
    text: others.some(isText),
    binary: others.some((type) => !isText(type)),
  }
}

function readJson(schema: Schema, id: string, types: Types, isGet: boolean): Answer {
  const { properties = {} } = types.resolved(schema)
  const arrays = Object.entries(properties).filter(([, property]) => property.type === 'array')
  const [items, rows] = arrays[0] ?? []
  if (isGet && items && rows && arrays.length === 1 && 'has_more' in properties && 'next_cursor' in properties)
    return { kind: 'page', items, type: types.read(rows.items ?? {}, `${pascal(id)}Item`, 'out') }
  return { kind: 'json', type: types.read(schema, `${pascal(id)}Result`, 'out') }
}

/** Gives every object a name: a component its own, others that of what they are a field of. */
class Types {
  readonly #schemas: Record<string, Schema>
  readonly #found = new Map<string, ObjectType>()

  constructor(schemas: Record<string, Schema>) {
    this.#schemas = schemas
  }

  all(): ObjectType[] {
    const found = [...this.#found.values()]
    return [
      ...found.filter(({ direction }) => direction === 'out'),
      ...found.filter(({ direction }) => direction === 'in'),
    ]
  }

  /** Keeps a type, under another name where the one that it would have is taken or belongs to a component. */
  add(type: ObjectType, isComponent = false): ObjectType {
    let { name } = type
    while (this.#found.has(name) || (!isComponent && Object.hasOwn(this.#schemas, name))) name += 'Part'
    const named = { ...type, name }
    this.#found.set(name, named)
    return named
  }

  resolved(schema: Schema): Schema {
    return schema.$ref ? this.#schemas[schema.$ref.split('/').at(-1)!]! : schema
  }

  read(schema: Schema, name: string, direction: ObjectType['direction']): Type {
    if (schema.$ref) return this.#component(schema.$ref.split('/').at(-1)!, direction)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return this.#union(choices, name, direction)
    if (schema.allOf?.length === 1) return this.read(schema.allOf[0]!, name, direction)
    if (schema.const !== undefined && typeof schema.const === 'string')
      return { kind: 'enum', values: [schema.const], open: false }
    if (schema.enum) return readEnum(schema.enum, direction)
    if (Array.isArray(schema.type))
      return this.#union(
        schema.type.map((type) => ({ ...schema, type })),
        name,
        direction,
      )
    if (schema.type === 'array')
      return { kind: 'array', items: this.read(schema.items ?? {}, singularName(name), direction) }
    if (schema.type === 'object' || schema.properties) return this.#object(schema, name, direction)
    const plain = ['string', 'integer', 'number', 'boolean', 'null'] as const
    const kind = plain.find((one) => one === schema.type)
    return { kind: kind ?? 'unknown' }
  }

  #component(name: string, direction: ObjectType['direction']): Type {
    const schema = this.#schemas[name]!
    if (schema.type !== 'object' || !schema.properties) return this.read(schema, name, direction)
    if (!this.#found.has(name)) this.#object(schema, name, direction, true)
    return { kind: 'object', name }
  }

  #object(schema: Schema, wanted: string, direction: ObjectType['direction'], isComponent = false): Type {
    if (!schema.properties) {
      const [values] = Object.values(schema.patternProperties ?? {})
      const open = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : values
      return { kind: 'map', values: open ? this.read(open, `${wanted}Value`, direction) : { kind: 'unknown' } }
    }
    const fields: Field[] = []
    const { name } = this.add({ name: wanted, description: schema.description ?? '', direction, fields }, isComponent)
    for (const [field, property] of Object.entries(schema.properties)) {
      fields.push({
        name: field,
        description: property.description ?? '',
        required: schema.required?.includes(field) ?? false,
        type: this.read(property, `${name}${pascal(field)}`, direction),
      })
    }
    return { kind: 'object', name }
  }

  #union(choices: readonly Schema[], name: string, direction: ObjectType['direction']): Type {
    const isObject = (schema: Schema) => !schema.$ref && schema.properties !== undefined
    const several = choices.filter(isObject).length > 1
    const of = choices.map((choice, index) =>
      this.read(choice, several && isObject(choice) ? `${name}${index + 1}` : name, direction),
    )
    return of.length === 1 ? of[0]! : { kind: 'union', of }
  }
}

function readEnum(values: readonly unknown[], direction: ObjectType['direction']): Type {
  if (!values.every((value) => typeof value === 'string')) return { kind: 'unknown' }
  return { kind: 'enum', values: [...values], open: direction === 'out' }
}

function singularName(name: string): string {
  return pascal(singular(snake(name).split('_')).join('_'))
}
