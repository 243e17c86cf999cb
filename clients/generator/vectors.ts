import type { Model, Operation, Type } from './model.ts'
import type { OpenApi } from './read.ts'

interface Example {
  example?: unknown
}

/**
 * One vector for each operation: the method exists in every language, sends exactly this request for the example of the API's
 * description, and gives the example's answer. Bodies and answers are the description's own examples, which its tests hold to
 * what the service does.
 */
export function operationVectors(model: Model, document: OpenApi): string {
  const vectors = model.resources.flatMap((resource) =>
    resource.operations
      .filter((operation) => operation.answer.kind !== 'events' && successOf(operation, document))
      .map((operation) => vectorOf(resource.name, operation, document)),
  )
  return `${JSON.stringify(vectors, null, 2)}\n`
}

function vectorOf(resource: string, operation: Operation, document: OpenApi) {
  const { id, name, httpMethod, path, pathParameters, query, body, answer } = operation
  const described = document.paths[path]![httpMethod.toLowerCase()]!
  const ids = pathParameters.map((parameter) => `${parameter}_1`)
  const bodyExample = body ? (described.requestBody!.content[body.mediaType] as Example).example : undefined
  // Where a body may be left out, languages differ in whether an empty one can be told from none.
  const sent = body && !body.required && JSON.stringify(bodyExample) === '{}' ? undefined : bodyExample
  const asked = query
    ? Object.fromEntries(query.fields.map(({ name, type }) => [name, exampleOf(type, name)]))
    : undefined
  const [status, success] = successOf(operation, document)!
  const [type = '', content] = Object.entries(success.content ?? {})[0] ?? []
  const example = (content as Example | undefined)?.example
  const isJson = type === 'application/json'
  const lines = answer.kind === 'lines' ? String(example).split('\n').filter(Boolean) : []
  return {
    name: `operations/${id}`,
    call: {
      method: `${resource}.${name}`,
      ids,
      ...(sent === undefined && asked === undefined ? {} : { params: sent ?? asked }),
      ...(answer.kind === 'lines' ? { take: 'all' } : {}),
    },
    answers: [
      content
        ? {
            status: Number(status),
            headers: { 'content-type': type },
            ...(isJson ? { body: example } : { text: example }),
          }
        : { status: Number(status) },
    ],
    expect: {
      requests: [
        {
          method: httpMethod,
          path: pathParameters.reduce((all, parameter) => all.replace(`{${parameter}}`, `${parameter}_1`), path),
          query: asked && !body ? pairs(asked) : {},
          ...(sent === undefined ? {} : { body: sent }),
        },
      ],
      ...(answer.kind === 'lines'
        ? { items: lines.map((line) => JSON.parse(line)) }
        : isBinary(type)
          ? {}
          : { result: resultOf(operation, example) }),
    },
  }
}

function successOf({ path, httpMethod }: Operation, document: OpenApi) {
  const { responses } = document.paths[path]![httpMethod.toLowerCase()]!
  return Object.entries(responses).find(([status]) => /^2/.test(status))
}

function isBinary(type: string): boolean {
  return type !== '' && !/^text\/|[/+](json|xml)\b/.test(type)
}

function resultOf({ answer }: Operation, example: unknown): unknown {
  if (answer.kind === 'nothing') return null
  return answer.kind === 'page' ? (example as Record<string, unknown>)[answer.items] : example
}

function pairs(asked: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]))
}

/** Something that the query parameter can be. */
function exampleOf(type: Type, name: string): unknown {
  switch (type.kind) {
    case 'integer':
    case 'number':
      return 7
    case 'boolean':
      return true
    case 'enum':
      return type.values[0]
    case 'union':
      return exampleOf(type.of[0]!, name)
    default:
      return `a ${name}`
  }
}
