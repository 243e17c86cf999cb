import type { EndpointLead } from './leads.ts'

const MOST_BODY = 2_000_000 // characters
const MOST_PAGES = 200
const MOST_ENDPOINTS = 1_000
const MOST_NODES = 50_000
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
const PLACES = new Set(['query', 'path', 'header', 'cookie'])

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Node = { [key: string]: Json }

/** Where a JSON document leads: the operations of an OpenAPI or Swagger description, or the addresses in any other. */
export function jsonLeads(body: string, url: string): { pages: string[]; endpoints: EndpointLead[] } {
  if (body.length > MOST_BODY || !/^\s*[[{]/.test(body)) return { pages: [], endpoints: [] }
  let document: Json
  try {
    document = JSON.parse(body)
  } catch {
    return { pages: [], endpoints: [] }
  }
  if (isNode(document) && isNode(document.paths) && (document.openapi || document.swagger)) {
    return { pages: [], endpoints: operations(document, document.paths, url) }
  }
  return { pages: addresses(document, url), endpoints: [] }
}

/** Strings that are addresses, or paths from the root. */
function addresses(document: Json, base: string): string[] {
  const found = new Set<string>()
  const waiting: Json[] = [document]
  for (let nodes = 0; waiting.length > 0 && nodes < MOST_NODES && found.size < MOST_PAGES; nodes++) {
    const value = waiting.pop()!
    if (typeof value === 'string') {
      if (!/^(?:https?:\/\/|\/(?!\/))[^\s{}<>"\\]{1,500}$/.test(value)) continue
      const resolved = URL.parse(value, base)
      if (resolved) found.add(resolved.href)
    } else if (value !== null && typeof value === 'object') waiting.push(...Object.values(value).slice(0, 1_000))
  }
  return [...found]
}

function operations(document: Node, paths: Node, url: string): EndpointLead[] {
  const found: EndpointLead[] = []
  const base = baseOf(document, url)
  for (const [path, item] of Object.entries(paths)) {
    if (!path.startsWith('/') || !isNode(item)) continue
    for (const method of METHODS) {
      const operation = item[method]
      if (!isNode(operation) || found.length >= MOST_ENDPOINTS) continue
      const listed = [...listOf(item.parameters), ...listOf(operation.parameters)].map((one) => resolved(one, document))
      const parameters = listed.flatMap((one): EndpointLead['parameters'][number][] => {
        if (!isNode(one) || typeof one.name !== 'string') return []
        const place = typeof one.in === 'string' && PLACES.has(one.in) ? one.in : 'body'
        return [{ name: one.name, in: place as 'query' }]
      })
      const body = bodyNames(operation, document).map((name) => ({ name, in: 'body' as const }))
      found.push({ url: base + path, method: method.toUpperCase(), parameters: [...parameters, ...body] })
    }
  }
  return found
}

/** What paths hang on: the first server (OpenAPI 3), or host and basePath (Swagger 2). */
function baseOf(document: Node, url: string): string {
  const server = listOf(document.servers)[0]
  const given = isNode(server) && typeof server.url === 'string' ? server.url : String(document.basePath ?? '/')
  return (URL.parse(given, url)?.href ?? new URL('/', url).href).replace(/\/$/, '')
}

function bodyNames(operation: Node, document: Node): string[] {
  const body = resolved(operation.requestBody ?? null, document)
  const content = isNode(body) && isNode(body.content) ? Object.values(body.content) : []
  return content.flatMap((media) => {
    const schema = isNode(media) ? resolved(media.schema ?? null, document) : null
    return isNode(schema) && isNode(schema.properties) ? Object.keys(schema.properties).slice(0, 100) : []
  })
}

/** What a `$ref` within the document points to, one step. */
function resolved(value: Json, document: Node): Json {
  if (!isNode(value) || typeof value.$ref !== 'string' || !value.$ref.startsWith('#/')) return value
  let at: Json = document
  for (const key of value.$ref.slice(2).split('/')) {
    at = isNode(at) && Object.hasOwn(at, key) ? at[key]! : null
  }
  return at
}

function isNode(value: Json | undefined): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value.slice(0, 200) : []
}
