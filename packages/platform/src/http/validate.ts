import type { TObject, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { ApiError, type FieldError } from '../errors.ts'

interface SchemaError {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
  message: string
}

interface Problem {
  path: string
  detail: string
}

const UNKNOWN = 'is not known here; check its spelling'

export type Validate = (value: unknown) => unknown

/**
 * Checks a JSON body strictly: unknown fields and wrong types are refused, nothing is coerced. `optional` bodies may be left
 * out, and are `{}` then.
 */
export function bodyValidator(schema: TSchema, optional = false): Validate {
  const compiled = Compile(schema)
  return (given) => {
    const value = given === undefined && optional ? {} : given
    if (value === undefined) fail('The body is missing.', [{ pointer: '', detail: 'send a JSON object' }])
    const valid = compiled.Check(value)
    const problems = valid ? unstorable(value) : problemsOf(compiled.Errors(value) as unknown as SchemaError[])
    if (problems.length === 0) return value
    return fail(
      'The body does not validate.',
      problems.map(({ path, detail }) => ({ pointer: path, detail })),
    )
  }
}

/** For a route that takes no body: nothing, or an object with nothing in it, as some clients send. */
export function refuseBody(value: unknown): undefined {
  if (value === undefined) return undefined
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    fail('The body does not validate.', [{ pointer: '', detail: 'no body is taken here' }])
  const names = Object.keys(value)
  if (names.length === 0) return undefined
  fail(
    'The body does not validate.',
    names.map((name) => ({ pointer: `/${escaped(name)}`, detail: UNKNOWN })),
  )
}

/** Checks query or path parameters; whole numbers are read from their digits, nothing else is coerced. */
export function parameterValidator(schema: TObject): Validate {
  const compiled = Compile(schema)
  const whole = new Set(Object.keys(schema.properties).filter((name) => isInteger(schema.properties[name])))
  const read = (name: string, value: unknown) =>
    whole.has(name) && typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return (given) => {
    const value = Object.fromEntries(Object.entries(given as object).map(([name, one]) => [name, read(name, one)]))
    const valid = compiled.Check(value)
    const problems = valid ? unstorable(value) : problemsOf(compiled.Errors(value) as unknown as SchemaError[])
    if (problems.length === 0) return value
    return fail(
      'The parameters do not validate.',
      problems.map(({ path, detail }) => ({ parameter: unescaped(path.slice(1)), detail })),
    )
  }
}

function isInteger(schema: unknown): boolean {
  return (schema as { type?: string }).type === 'integer'
}

/** What the database cannot hold: U+0000 in text, and half a surrogate pair in JSON. */
function unstorable(value: unknown, path = ''): Problem[] {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? [{ path, detail: 'holds U+0000 or half a surrogate pair, which cannot be stored' }]
      : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) => unstorable(one, `${path}/${escaped(key)}`))
}

/** RFC 6901 section 3. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

function fail(words: string, errors: FieldError[]): never {
  const first = errors[0]
  const place = first?.pointer || first?.parameter
  throw new ApiError('validation_failed', place ? `${words} ${place}: ${first.detail}.` : words, { errors })
}

/** One entry for each wrong place, in our own words. */
function problemsOf(errors: readonly SchemaError[]): Problem[] {
  const problems = new Map<string, Problem>()
  for (const error of errors) {
    for (const problem of explain(error, errors)) if (!problems.has(problem.path)) problems.set(problem.path, problem)
  }
  return [...problems.values()]
}

function explain(error: SchemaError, all: readonly SchemaError[]): Problem[] {
  const { keyword, instancePath: path, params, message } = error
  switch (keyword) {
    case 'boolean':
      return [{ path, detail: UNKNOWN }]
    case 'additionalProperties':
      return (params.additionalProperties as string[]).map((name) => ({
        path: `${path}/${escaped(name)}`,
        detail: UNKNOWN,
      }))
    case 'required':
      return (params.requiredProperties as string[]).map((name) => ({
        path: `${path}/${escaped(name)}`,
        detail: 'is required',
      }))
    case 'const':
      return []
    case 'enum':
      return [{ path, detail: `must be one of ${(params.allowedValues as unknown[]).join(', ')}` }]
    case 'anyOf': {
      const allowed = all.filter((other) => other.keyword === 'const' && other.instancePath === path)
      const values = allowed.map((other) => String(other.params.allowedValue))
      return [{ path, detail: values.length > 0 ? `must be one of ${values.join(', ')}` : message }]
    }
    default:
      return [{ path, detail: message }]
  }
}
