import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Json } from '../test-api.ts'

/** Holds requests and answers to a published OpenAPI 3.0 document. */
export class Contract {
  readonly #document: Json
  readonly #ajv: Ajv
  readonly #checks = new Map<Json, ValidateFunction>()

  constructor(document: Json) {
    this.#document = nullableAsTypes(document)
    this.#ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: true })
    ;(addFormats as unknown as (ajv: Ajv) => void)(this.#ajv)
    this.#ajv.addSchema({ ...this.#document, $id: 'published' } as object, 'published')
  }

  /** What of a request is not as published: empty for a good one. */
  faultsOf(method: string, path: string, query: URLSearchParams, body: Json): string[] {
    const found = this.#find(method, path)
    if (!found) return [`${method} ${path} is not published`]
    const { operation, parameters, template } = found
    const at = `${method} ${template}`
    const known = new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one]))
    const faults = [...query].flatMap(([name, value]) => {
      const parameter = known.get(name)
      if (!parameter) return [`${at}: the query parameter ${name} is not published`]
      return this.#check(this.#resolve(parameter.schema), coerced(value, this.#resolve(parameter.schema))).map(
        (fault) => `${at}: ?${name}=${value} ${fault}`,
      )
    })
    for (const [name, { required }] of known)
      if (required && !query.has(name)) faults.push(`${at}: ?${name} is required`)
    const schema = operation.requestBody && this.#resolve(operation.requestBody).content?.['application/json']?.schema
    if (body === undefined) return operation.requestBody?.required ? [...faults, `${at}: a body is required`] : faults
    if (!schema) return [...faults, `${at}: no body is published`]
    faults.push(...this.#check(schema, body).map((fault) => `${at}: body ${fault}`))
    const properties = this.#resolve(schema).properties
    if (properties && this.#resolve(schema).additionalProperties === undefined)
      for (const name of Object.keys(body))
        if (!(name in properties)) faults.push(`${at}: the field ${name} is not published`)
    return faults
  }

  /** An answer as published: what `given` leaves out, and is required, is filled in with something of its type. */
  answer(method: string, path: string, status: number, given: Json): Json {
    const found = this.#find(method, path)!
    const response = this.#resolve(found.operation.responses[status])
    const schema = response?.content?.['application/json']?.schema
    if (!schema) return given
    const whole = this.#filled(schema, given, 0)
    const faults = this.#check(schema, whole)
    if (faults.length > 0)
      throw new Error(`the test server's own ${method} ${path} ${status}: ${faults.slice(0, 5).join('; ')}`)
    return whole
  }

  #find(method: string, path: string): { operation: Json; parameters: Json[]; template: string } | null {
    for (const [template, item] of Object.entries<Json>(this.#document.paths)) {
      const pattern = new RegExp(
        `^${template.replaceAll(/[.*+?^$|()[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`,
      )
      const operation = pattern.test(path) ? item[method.toLowerCase()] : undefined
      if (!operation) continue
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => this.#resolve(one))
      return { operation, parameters, template }
    }
    return null
  }

  #resolve(value: Json): Json {
    let one = value
    while (one && typeof one.$ref === 'string')
      one = one.$ref
        .slice(2)
        .split('/')
        .reduce((inside: Json, name: string) => inside[name], this.#document)
    return one
  }

  #check(schema: Json, value: Json): string[] {
    let check = this.#checks.get(schema)
    if (!check) {
      check = this.#ajv.compile(absolute(schema))
      this.#checks.set(schema, check)
    }
    if (check(value)) return []
    return check.errors!.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
  }

  #filled(given: Json, value: Json, depth: number): Json {
    const schema = this.#resolve(given)
    if (depth > 6 || !schema) return value
    if (Array.isArray(value)) return value.map((one) => this.#filled(schema.items ?? {}, one, depth + 1))
    if (value === null || (value !== undefined && typeof value !== 'object')) return value
    if (value === undefined) {
      if (schema.nullable) return null
      if (schema.enum) return schema.enum[0]
      const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
      if (choice?.type === 'null') return null
      if (choice) return this.#filled(choice, undefined, depth + 1)
      if (schema.type === 'array') return []
      if (schema.type === 'boolean') return false
      if (schema.type === 'integer' || schema.type === 'number') return 1
      if (schema.type === 'string') return sampleText(schema.format)
    }
    const parts = schema.allOf ? schema.allOf.map((one: Json) => this.#resolve(one)) : [schema]
    const whole: Json = { ...value }
    for (const part of parts)
      for (const name of Object.keys(part.properties ?? {}))
        if (part.required?.includes(name) || whole[name] !== undefined)
          whole[name] = this.#filled(part.properties[name], whole[name], depth + 1)
    return whole
  }
}

function sampleText(format: string | undefined): string {
  if (format === 'uri') return 'https://tracker.example/'
  if (format === 'date-time') return '2026-01-15T14:32:15Z'
  if (format === 'email') return 'a@tracker.example'
  return 'text'
}

/** References as they are found from anywhere. */
function absolute(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema), (name, value) =>
    name === '$ref' && typeof value === 'string' && value.startsWith('#') ? `published${value}` : value,
  )
}

function coerced(value: string, schema: Json): Json {
  if (schema?.type === 'integer' || schema?.type === 'number') return Number(value)
  if (schema?.type === 'boolean') return value === 'true'
  if (schema?.type === 'array') return value.split(',')
  return value
}

/** `nullable` beside no `type`, which OpenAPI 3.0 allows and JSON Schema does not know, as an alternative. */
function nullableAsTypes(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(nullableAsTypes)
  const whole = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, nullableAsTypes(one)]))
  // Of an enumeration ajv wants null named, too.
  if (whole.nullable === true && Array.isArray(whole.enum) && !whole.enum.includes(null))
    whole.enum = [...whole.enum, null]
  if (whole.nullable !== true || whole.type !== undefined) return whole
  const { nullable, ...rest } = whole
  return { anyOf: [{ type: 'null' }, rest] }
}
