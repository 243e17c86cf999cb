import type { Model, ObjectType, Operation, Resource, Type } from './model.ts'
import { camel, pascal } from './names.ts'

/** Resources that the client adds methods of its own to, and where. */
const EXTENDED: Record<string, string> = { scans: './scans.ts', webhooks: './webhook.ts' }
const MADE = '// Made by `npm run clients` from docs/openapi.json: do not edit.\n'

/** The files that are made for Node.js, by their path below `clients/node/src`. */
export function nodeFiles(model: Model): Record<string, string> {
  return { 'types.ts': typesFile(model), 'resources.ts': resourcesFile(model), 'surface.ts': surfaceFile(model) }
}

function typesFile({ version, types, errorCodes }: Model): string {
  const codes = errorCodes.map((code) => JSON.stringify(code)).join(' | ')
  return [
    MADE,
    '/** Of this client and of the API that it was made from. */',
    `export const VERSION = ${JSON.stringify(version)}\n`,
    '/** What an error says that happened; there may be others in a later version of the service. */',
    `export type ErrorCode = ${codes} | (string & {})\n`,
    ...types.map(typeOf),
  ].join('\n')
}

function typeOf({ name, description, fields }: ObjectType): string {
  const lines = fields.map(
    (field) =>
      `${comment(field.description)}${/^[a-z_]\w*$/i.test(field.name) ? field.name : JSON.stringify(field.name)}${field.required ? '' : '?'}: ${written(field.type)}`,
  )
  return `${comment(description)}export interface ${name} {\n${lines.join('\n')}\n}\n`
}

/** A type as TypeScript. `from` is what stands before names of objects: where they come from. */
function written(type: Type, from = ''): string {
  switch (type.kind) {
    case 'integer':
      return 'number'
    case 'enum':
      return [...type.values.map((value) => JSON.stringify(value)), ...(type.open ? ['(string & {})'] : [])].join(' | ')
    case 'array': {
      const items = written(type.items, from)
      return items.includes('|') ? `(${items})[]` : `${items}[]`
    }
    case 'map':
      return `Record<string, ${written(type.values, from)}>`
    case 'object':
      return from + type.name
    case 'union':
      return type.of.map((one) => written(one, from)).join(' | ')
    default:
      return type.kind
  }
}

function resourcesFile(model: Model): string {
  const classes = model.resources.map(resourceClass).join('\n')
  return [
    MADE,
    `import type { Call, PageCall } from './call.ts'`,
    `import { type RequestOptions, segment } from './request.ts'`,
    `import { file, json, list, nothing, Resource } from './resource.ts'`,
    `import { events, lines, type ScanEvent, type WatchOptions } from './stream.ts'`,
    `import type * as types from './types.ts'\n`,
    classes,
  ].join('\n')
}

function resourceClass({ name, operations }: Resource): string {
  const called = EXTENDED[name] ? `Generated${pascal(name)}` : pascal(name)
  return `export class ${called} extends Resource {\n${operations.map(method).join('\n')}}\n`
}

function method(operation: Operation): string {
  const { id, name, httpMethod, pathParameters, query, body, answer, summary, description, deprecated } = operation
  const options = answer.kind === 'events' ? 'WatchOptions' : 'RequestOptions'
  const parameters = pathParameters.map((parameter) => `${camel(parameter)}: string`)
  if (body) parameters.push(`${body.required ? 'params: ' : 'params?: '}${written(body.type, 'types.')}`)
  if (query) parameters.push(`${body ? 'query' : 'params'}?: types.${query.name}`)
  parameters.push(`options?: ${options}`)
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    return `\${segment('${camel(parameter)}', ${camel(parameter)})}`
  })
  const request = [
    `operation: '${id}'`,
    `method: '${httpMethod}'`,
    path.includes('${') ? `path: \`${path}\`` : `path: '${path}'`,
    ...(query ? [body ? 'query' : 'query: params'] : []),
    ...(body ? ['body: params'] : []),
    ...(body && body.mediaType !== 'application/json' ? [`type: '${body.mediaType}'`] : []),
  ].join(', ')
  const [result, call] = answered(operation)
  const said = [summary, description, ...(deprecated ? ['@deprecated It will be withdrawn.'] : [])].filter(Boolean)
  return `${comment(said.join('\n\n'))}${camel(name)}(${parameters.join(', ')}): ${result} {
    return ${call}{ ${request} }, options)
  }
`
}

function answered({ answer }: Operation): [result: string, call: string] {
  switch (answer.kind) {
    case 'nothing':
      return ['Call<void>', 'nothing(this.transport, ']
    case 'json': {
      const type = written(answer.type, 'types.')
      return [`Call<${type}>`, `json<${type}>(this.transport, `]
    }
    case 'page': {
      const type = written(answer.type, 'types.')
      return [`PageCall<${type}>`, `list<${type}>(this.transport, '${answer.items}', `]
    }
    case 'events':
      return ['AsyncGenerator<ScanEvent, void, undefined>', 'events(this.transport, ']
    case 'lines':
      return ['AsyncGenerator<unknown, void, undefined>', 'lines(this.transport, ']
    case 'file': {
      const types = [
        ...(answer.json ? [written(answer.json, 'types.')] : []),
        ...(answer.text ? ['string'] : []),
        ...(answer.binary ? ['Uint8Array'] : []),
      ].join(' | ')
      return [`Call<${types}>`, `file<${types}>(this.transport, `]
    }
  }
}

function surfaceFile({ resources }: Model): string {
  const generated = resources.filter(({ name }) => !EXTENDED[name]).map(({ name }) => pascal(name))
  const extended = resources.filter(({ name }) => EXTENDED[name])
  return [
    MADE,
    `import type { Transport } from './request.ts'`,
    `import { ${generated.sort((a, b) => (importKey(a) < importKey(b) ? -1 : 1)).join(', ')} } from './resources.ts'`,
    ...extended.map(({ name }) => `import { ${pascal(name)} } from '${EXTENDED[name]}'`),
    '',
    '/** Every resource of the API. */',
    'export class Surface {',
    ...resources.map(({ name }) => `readonly ${camel(name)}: ${pascal(name)}`),
    '',
    'constructor(transport: Transport) {',
    ...resources.map(({ name }) => `this.${camel(name)} = new ${pascal(name)}(transport)`),
    '}',
    '}',
  ].join('\n')
}

/** A doc comment, with a line end; nothing when there is nothing to say. */
function comment(text: string): string {
  if (!text) return ''
  const lines = text.replaceAll('*/', '*\\/').split('\n')
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`
}

/** As Biome sorts imports: letter by letter, whatever their case, and a capital before its small letter. */
function importKey(name: string): string {
  return [...name].map((letter) => letter.toLowerCase() + (letter === letter.toLowerCase() ? '1' : '0')).join('')
}
