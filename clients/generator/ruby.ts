import type { Field, Model, ObjectType, Operation, Resource, Type } from './model.ts'
import { pascal } from './names.ts'

/** Resources that the client adds methods of its own to: written by hand beside the resources that are made. */
const EXTENDED = new Set(['scans', 'webhooks'])
const MADE = '# Made by `npm run clients` from docs/openapi.json: do not edit.\n'
const RUBY = `# frozen_string_literal: true\n\n${MADE}`

/** What cannot be the name of a keyword argument or of a method in RBS without quotes. */
const RESERVED = new Set('class def end module nil self true false in out type void untyped top bot'.split(' '))

/** The files that are made for Ruby, by their path below `clients/ruby`. */
export function rubyFiles(model: Model): Record<string, string> {
  return {
    'lib/lasthash/version.rb': versionFile(model),
    'lib/lasthash/surface.rb': surfaceFile(model),
    ...Object.fromEntries(model.resources.map((one) => [`lib/lasthash/resources/${one.name}.rb`, resourceFile(one)])),
    'sig/lasthash/types.rbs': typesFile(model),
    'sig/lasthash/resources.rbs': signaturesFile(model),
  }
}

function versionFile({ version, errorCodes }: Model): string {
  return `${RUBY}
module LastHash
  # Of this client and of the API that it was made from.
  VERSION = "${version}"

  # What an error says that happened; there may be others in a later version of the service.
  ERROR_CODES = %w[
${errorCodes.map((code) => `    ${code}`).join('\n')}
  ].freeze
end
`
}

function resourceFile({ name, operations }: Resource): string {
  return `${RUBY}
module LastHash
  module Resources
    # \`client.${name}\`
    class ${pascal(name)} < Resource
${operations.map(method).join('\n')}    end
  end
end
`
}

function method(operation: Operation): string {
  const { id, name, httpMethod, pathParameters, query, body, answer, summary, description, deprecated } = operation
  if (body && query) throw new Error(`${id} has a body and a query: tell which keywords are whose.`)
  const takes = body ? 'params' : query ? 'query' : null
  const parameters = [...pathParameters, 'options: {}', ...(takes ? [`**${takes}`] : [])]
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, one: string) => `#{segment(:${one}, ${one})}`)
  const request = [
    `"${id}"`,
    `:${httpMethod.toLowerCase()}`,
    `"${path}"`,
    'options',
    ...(query ? ['query: query'] : []),
    ...(body ? [body.required ? 'body: params' : 'body: (params unless params.empty?)'] : []),
  ].join(', ')
  const said = [summary, description, ...(deprecated ? ['@deprecated It will be withdrawn.'] : [])].filter(Boolean)
  const comment = said
    .join('\n\n')
    .split('\n')
    .map((line) => `      # ${line}`.trimEnd())
    .join('\n')
  return `${comment}
      def ${name}(${parameters.join(', ')})
        ${sent(answer, request)}
      end
`
}

function sent(answer: Operation['answer'], request: string): string {
  switch (answer.kind) {
    case 'page':
      return `page("${answer.items}", ${request})`
    case 'nothing':
      return `nothing(${request})`
    default:
      return `${answer.kind}(${request})`
  }
}

function surfaceFile({ resources }: Model): string {
  const classOf = (name: string) => (EXTENDED.has(name) ? pascal(name) : `Resources::${pascal(name)}`)
  return `${RUBY}
${resources.map(({ name }) => `require_relative "resources/${name}"`).join('\n')}
require_relative "scans"
require_relative "webhooks"

module LastHash
  # Every resource of the API.
  class Surface
    attr_reader ${resources.map(({ name }) => `:${name}`).join(', ')}

    def initialize(transport)
${resources.map(({ name }) => `      @${name} = ${classOf(name)}.new(transport)`).join('\n')}
    end
  end
end
`
}

function typesFile({ types }: Model): string {
  const out = types.filter(({ direction }) => direction === 'out')
  return `${MADE}
module LastHash
  module Types
${out.map(classOf).join('\n')}  end
end
`
}

function classOf({ name, fields }: ObjectType): string {
  const members = fields.map((field) => `      def ${quoted(field.name)}: () -> ${optional(field)}`)
  return `    class ${name} < Record\n${members.join('\n')}\n    end\n`
}

function optional(field: Field): string {
  const type = written(field.type, 'out')
  return field.required || type === 'untyped' ? wrapped(type) : `${wrapped(type)}?`
}

function quoted(name: string): string {
  return /^[a-z_]\w*$/i.test(name) && !RESERVED.has(name) ? name : `\`${name}\``
}

function wrapped(type: string): string {
  return type.includes('|') ? `(${type})` : type
}

/** A type in RBS. What is sent may be any Hash of the right members: RBS records allow no others, so they are not used for it. */
function written(type: Type, direction: 'in' | 'out'): string {
  switch (type.kind) {
    case 'string':
      return 'String'
    case 'integer':
      return 'Integer'
    case 'number':
      return '(Integer | Float)'
    case 'boolean':
      return 'bool'
    case 'null':
      return 'nil'
    case 'unknown':
      return 'untyped'
    case 'enum':
      return type.open ? 'String' : type.values.map((value) => JSON.stringify(value)).join(' | ')
    case 'array':
      return `Array[${written(type.items, direction)}]`
    case 'map':
      return direction === 'in' ? 'Hash[untyped, untyped]' : 'Record'
    case 'object':
      return direction === 'in' ? 'Hash[Symbol, untyped]' : type.name
    case 'union':
      return type.of.map((one) => wrapped(written(one, direction))).join(' | ')
  }
}

function signaturesFile(model: Model): string {
  const shapes = new Map(model.types.map((one) => [one.name, one]))
  const classes = model.resources.map(({ name, operations }) => {
    const methods = operations.map((one) => `      def ${one.name}: ${signature(one, shapes)}`)
    return `    class ${pascal(name)} < Resource\n${methods.join('\n')}\n    end\n`
  })
  const classOf = (name: string) => (EXTENDED.has(name) ? pascal(name) : `Resources::${pascal(name)}`)
  return `${MADE}
module LastHash
  VERSION: String
  ERROR_CODES: Array[String]

  class Surface
${model.resources.map(({ name }) => `    attr_reader ${name}: ${classOf(name)}`).join('\n')}
    def initialize: (Transport transport) -> void
  end

  module Resources
${classes.join('\n')}  end
end
`
}

function signature(operation: Operation, shapes: ReadonlyMap<string, ObjectType>): string {
  const { pathParameters, query, body } = operation
  const bodyType = body?.type.kind === 'object' ? shapes.get(body.type.name) : undefined
  const fields = bodyType?.fields ?? query?.fields ?? []
  const keywords = fields.map(({ name, type, required }) => {
    const isNeeded = required && body?.required
    return `${isNeeded ? '' : '?'}${name}: ${wrapped(written(type, 'in'))}`
  })
  const takesMore = body && !bodyType ? ['**untyped'] : []
  const parameters = [...pathParameters.map((one) => `String ${one}`), '?options: Hash[Symbol, untyped]', ...keywords]
  return `(${[...parameters, ...takesMore].join(', ')}) -> ${answered(operation.answer)}`
}

function answered(answer: Operation['answer']): string {
  switch (answer.kind) {
    case 'nothing':
      return 'void'
    case 'json':
      return wrapped(inTypes(answer.type))
    case 'page':
      return `Page[${inTypes(answer.type)}]`
    case 'events':
      return 'Enumerator[ScanEvent, void]'
    case 'lines':
      return 'Enumerator[untyped, void]'
    case 'file':
      return answer.json ? `(${inTypes(answer.json)} | String)` : 'String'
  }
}

function inTypes(type: Type): string {
  return type.kind === 'object' ? `Types::${type.name}` : written(type, 'out')
}
