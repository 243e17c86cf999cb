import type { Model, ObjectType, Operation, Resource, Type } from './model.ts'
import { camel, pascal } from './names.ts'

/** Resources that the client adds methods of its own to: written by hand beside the resources that are made. */
const EXTENDED = new Set(['scans', 'webhooks'])
const MADE = '<?php\n\n// Made by `npm run clients` from docs/openapi.json: do not edit.\n\ndeclare(strict_types=1);\n'

/** The files that are made for PHP, by their path below `clients/php/src`. */
export function phpFiles(model: Model): Record<string, string> {
  return {
    'Types.php': typesFile(model),
    'Surface.php': surfaceFile(model),
    ...Object.fromEntries(model.resources.map((one) => [`Resource/${pascal(one.name)}.php`, resourceFile(one)])),
  }
}

function typesFile({ version, types, errorCodes }: Model): string {
  return `${MADE}
namespace LastHash;

/**
 * What goes to the service and comes from it, for static analysis: what comes are objects, what goes are arrays.
 *
${types.map((type) => ` * @phpstan-type ${type.name} ${shape(type)}`).join('\n')}
 */
final class Types
{
    /** Of this client and of the API that it was made from. */
    public const VERSION = '${version}';

    /** What an error says that happened; there may be others in a later version of the service. */
    public const ERROR_CODES = [
${errorCodes.map((code) => `        '${code}',`).join('\n')}
    ];
}
`
}

function shape({ direction, fields }: ObjectType): string {
  const isArray = direction === 'in'
  const members = fields.map(({ name, required, type }) => {
    const key = /^[a-z_]\w*$/i.test(name) ? name : `'${name}'`
    return `${key}${required ? '' : '?'}: ${written(type, isArray)}`
  })
  return `${isArray ? 'array' : 'object'}{${members.join(', ')}}`
}

/** A type as PHPStan and Psalm read it. Maps that go to the service are arrays, those that come are objects. */
function written(type: Type, isArray: boolean): string {
  switch (type.kind) {
    case 'string':
      return 'string'
    case 'integer':
      return 'int'
    case 'number':
      return 'int|float'
    case 'boolean':
      return 'bool'
    case 'null':
      return 'null'
    case 'unknown':
      return 'mixed'
    case 'enum':
      return [...type.values.map((value) => `'${value}'`), ...(type.open ? ['string'] : [])].join('|')
    case 'array':
      return `list<${written(type.items, isArray)}>`
    case 'map':
      return isArray ? `array<string, ${written(type.values, isArray)}>` : 'object'
    case 'object':
      return type.name
    case 'union':
      return type.of.map((one) => written(one, isArray)).join('|')
  }
}

function resourceFile({ name, operations }: Resource): string {
  const used = [...new Set(operations.flatMap(typesOf))].sort()
  const imports = used.map((type) => ` * @phpstan-import-type ${type} from \\LastHash\\Types`)
  return `${MADE}
namespace LastHash\\Resource;

use LastHash\\Page;
use LastHash\\Resource;

/**
 * \`$client->${camel(name)}\`
${imports.length > 0 ? ` *\n${imports.join('\n')}\n` : ''} */
class ${pascal(name)} extends Resource
{
${operations.map(method).join('\n')}}
`
}

function typesOf({ body, query, answer }: Operation): string[] {
  const types = [body?.type, 'type' in answer ? answer.type : null, answer.kind === 'file' ? answer.json : null]
  return [...types.flatMap((type) => (type ? namesIn(type) : [])), ...(query ? [query.name] : [])]
}

function namesIn(type: Type): string[] {
  switch (type.kind) {
    case 'object':
      return [type.name]
    case 'array':
      return namesIn(type.items)
    case 'map':
      return namesIn(type.values)
    case 'union':
      return type.of.flatMap(namesIn)
    default:
      return []
  }
}

function method(operation: Operation): string {
  const { id, name, httpMethod, pathParameters, query, body, answer, summary, description, deprecated } = operation
  const parameters = pathParameters.map((one) => ({ code: `string $${camel(one)}`, doc: '' }))
  if (body)
    parameters.push(
      body.required
        ? { code: 'array $params', doc: `${written(body.type, true)} $params` }
        : { code: '?array $params = null', doc: `?${written(body.type, true)} $params` },
    )
  const queryName = body ? 'query' : 'params'
  if (query) parameters.push({ code: `array $${queryName} = []`, doc: `${query.name} $${queryName}` })
  parameters.push({ code: 'array $options = []', doc: 'array<string, mixed> $options' })
  const path = operation.path
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => {
      const parameter = /^\{(\w+)\}$/.exec(part)?.[1]
      return parameter ? `self::segment('${parameter}', $${camel(parameter)})` : `'${part}'`
    })
    .join(' . ')
  const request = [
    `'${id}'`,
    `'${httpMethod}'`,
    path,
    '$options',
    ...(query ? [`query: $${queryName}`] : []),
    ...(body ? ['body: $params'] : []),
  ].join(', ')
  const [type, doc, call] = answered(answer)
  const said = [summary, description, ...(deprecated ? ['@deprecated It will be withdrawn.'] : [])].filter(Boolean)
  const lines = [
    ...said.flatMap((text, index) => [...(index > 0 ? [''] : []), ...text.split('\n')]),
    '',
    ...parameters.filter((one) => one.doc).map((one) => `@param ${one.doc}`),
    ...(doc ? [`@return ${doc}`] : []),
  ]
  const comment = lines.map((line) => `     * ${line.replaceAll('*/', '*\\/')}`.trimEnd()).join('\n')
  return `    /**
${comment}
     */
    public function ${camel(name)}(${parameters.map((one) => one.code).join(', ')}): ${type}
    {
        ${call('$this->', request)}
    }
`
}

type Call = (self: string, request: string) => string

function answered(answer: Operation['answer']): [type: string, doc: string, call: Call] {
  switch (answer.kind) {
    case 'nothing':
      return ['void', '', (self, request) => `${self}nothing(${request});`]
    case 'json': {
      const isObject = answer.type.kind === 'object' || answer.type.kind === 'map'
      const doc = written(answer.type, false)
      return [isObject ? 'object' : 'mixed', doc, (self, request) => `return ${self}json(${request});`]
    }
    case 'page': {
      const call: Call = (self, request) => `return ${self}page('${answer.items}', ${request});`
      return ['Page', `Page<${written(answer.type, false)}>`, call]
    }
    case 'events':
      return [
        '\\Generator',
        '\\Generator<int, \\LastHash\\ScanEvent>',
        (self, request) => `return ${self}events(${request});`,
      ]
    case 'lines':
      return ['\\Generator', '\\Generator<int, mixed>', (self, request) => `return ${self}lines(${request});`]
    case 'file': {
      const types = [...(answer.json ? [written(answer.json, false)] : []), 'string'].join('|')
      const call: Call = (self, request) => `return ${self}file(${request});`
      return [answer.json ? 'object|string' : 'string', types, call]
    }
  }
}

function surfaceFile({ resources }: Model): string {
  const classOf = (name: string) => (EXTENDED.has(name) ? pascal(name) : `Resource\\${pascal(name)}`)
  return `${MADE}
namespace LastHash;

/** Every resource of the API. */
abstract class Surface
{
${resources.map(({ name }) => `    public readonly ${classOf(name)} $${camel(name)};`).join('\n')}

    protected function __construct(Transport $transport)
    {
${resources.map(({ name }) => `        $this->${camel(name)} = new ${classOf(name)}($transport);`).join('\n')}
    }
}
`
}
