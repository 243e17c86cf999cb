import type { TObject, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
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

export type Validate = (value: unknown) => unknown

/** Checks a JSON body strictly: unknown fields and wrong types are refused, nothing is coerced. */
export function bodyValidator(schema: TSchema): Validate {
  const compiled = Compile(schema)
  return (value) => {
    if (value === undefined) fail('The body is missing.', [{ pointer: '', detail: 'send a JSON object' }])
    if (compiled.Check(value)) return value
    const problems = problemsOf(compiled.Errors(value) as unknown as SchemaError[])
    return fail(
      'The body does not validate.',
      problems.map(({ path, detail }) => ({ pointer: path, detail })),
    )
  }
}

/** Checks query or path parameters; numbers and booleans are read from their text. */
export function parameterValidator(schema: TObject): Validate {
  const compiled = Compile(schema)
  return (value) => {
    const converted = Value.Convert(schema, { ...(value as object) })
    if (compiled.Check(converted)) return converted
    const problems = problemsOf(compiled.Errors(converted) as unknown as SchemaError[])
    return fail(
      'The parameters do not validate.',
      problems.map(({ path, detail }) => ({ parameter: path.slice(1), detail })),
    )
  }
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
      return [{ path, detail: 'is not known here; check its spelling' }]
    case 'additionalProperties':
      return (params.additionalProperties as string[]).map((name) => ({
        path: `${path}/${name}`,
        detail: 'is not known here; check its spelling',
      }))
    case 'required':
      return (params.requiredProperties as string[]).map((name) => ({ path: `${path}/${name}`, detail: 'is required' }))
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
