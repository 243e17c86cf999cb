import type { Json } from '../test-api.ts'

/** A type by its name, with an exclamation mark where it must be there; or what a text must look like; or a shape inside. */
type Shape =
  | 'string'
  | 'string!'
  | 'number'
  | 'boolean'
  | 'array'
  | 'array!'
  | 'any'
  | RegExp
  | ((given: Json) => string[])

/** A check of an object that may hold these fields, and no others. */
export function only(fields: Record<string, Shape>): (given: Json) => string[] {
  return (given) => {
    if (given === null || typeof given !== 'object' || Array.isArray(given)) return ['is no object']
    const unknown = Object.keys(given)
      .filter((name) => !(name in fields))
      .map((name) => `${name} is not documented`)
    return [...unknown, ...Object.entries(fields).flatMap(([name, shape]) => faultsOf(name, shape, given[name]))]
  }
}

function faultsOf(name: string, shape: Shape, value: Json): string[] {
  const required = typeof shape === 'string' && shape.endsWith('!')
  if (value === undefined) return required ? [`${name} is required`] : []
  if (shape === 'any') return []
  if (typeof shape === 'function') return shape(value).map((fault) => `${name}: ${fault}`)
  if (shape instanceof RegExp)
    return typeof value === 'string' && shape.test(value) ? [] : [`${name} is ${JSON.stringify(value)}`]
  const type = Array.isArray(value) ? 'array' : typeof value
  return type === shape.replace('!', '') ? [] : [`${name} is ${type}`]
}
