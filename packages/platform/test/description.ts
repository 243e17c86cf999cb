import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Json, TestApi } from './test-api.ts'

export interface Operation {
  method: string
  /** As in the document: `/v1/scans/{scan_id}`. */
  path: string
  spec: Json
}

/** The description as the running service gives it. */
export interface Served {
  document: Json
  operations: Operation[]
  /** A check of JSON against the schema at that place of the document; fields that it does not name are faults. */
  schemaAt(...place: string[]): ValidateFunction
  /** Follows a reference. */
  resolve(value: Json): Json
}

const METHODS = new Set(['get', 'post', 'patch', 'delete'])

export async function readDescription(api: TestApi): Promise<Served> {
  const document: Json = await (await fetch(`${api.base}/openapi.json`)).json()
  // Its examples look at it from outside: no validator must take them for schemas.
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema(closed(document) as object, 'openapi')
  const operations: Operation[] = []
  for (const [path, item] of Object.entries<Json>(document.paths)) {
    for (const [method, spec] of Object.entries<Json>(item)) {
      if (METHODS.has(method)) operations.push({ method: method.toUpperCase(), path, spec })
    }
  }
  return {
    document,
    operations,
    schemaAt(...place) {
      const pointer = place.map((name) => `/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
      return ajv.compile({ $ref: `openapi#${pointer.join('')}` })
    },
    resolve(value) {
      if (typeof value?.$ref !== 'string') return value
      return value.$ref
        .slice(2)
        .split('/')
        .reduce((tree: Json, name: string) => tree[name], document)
    },
  }
}

/** Objects that name their fields have no others. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed)
  if (value === null || typeof value !== 'object') return value
  const copy = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]))
  const names = copy.type === 'object' && copy.properties && copy.additionalProperties === undefined
  return names && !copy.description?.startsWith('RFC 9457') ? { ...copy, additionalProperties: false } : copy
}
