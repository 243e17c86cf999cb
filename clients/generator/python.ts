import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Field, Model, ObjectType, Operation, Resource, Type } from './model.ts'
import { pascal } from './names.ts'

/** Resources that the client adds methods of its own to, and where. */
const EXTENDED: Record<string, string> = { scans: '_scans', webhooks: '_webhooks' }
const MADE = '# Made by `npm run clients`: do not edit.\n'
const FROM = 'from __future__ import annotations\n'
const SOURCE = join(import.meta.dirname, '../python/src/lasthash')
/** Written by hand for those who wait elsewhere; the same for those who wait here is made of it. */
const BY_HAND = { '_async.py': '_sync.py', '_async_scans.py': '_scans.py', '_async_client.py': '_client.py' }
const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False self options'.split(
    ' ',
  ),
)

/** The files that are made for Python, by their path below `clients/python/src/lasthash`. */
export function pythonFiles(model: Model): Record<string, string> {
  const resources = resourcesFile(model)
  const surface = surfaceFile(model)
  return {
    '_types.py': typesFile(model),
    '_params.py': paramsFile(model),
    '_async_resources.py': resources,
    '_resources.py': withoutAsync(resources),
    '_async_surface.py': surface,
    '_surface.py': withoutAsync(surface),
    ...Object.fromEntries(
      Object.entries(BY_HAND).map(([from, to]) => [
        to,
        `# Made of ${from} by \`npm run clients\`: do not edit.\n${withoutAsync(readFileSync(join(SOURCE, from), 'utf8'))}`,
      ]),
    ),
  }
}

/** The same, for those who wait where they stand. */
function withoutAsync(text: string): string {
  return text
    .replaceAll(/\basync (def|for|with)\b/g, '$1')
    .replaceAll(/\bawait /g, '')
    .replaceAll(/Awaitable\[(\w+(?:\[\w+\])?)\]/g, '$1')
    .replaceAll(/, AsyncIterator, Awaitable(?=.*, Iterator)/g, '')
    .replaceAll(/, Awaitable\b/g, '')
    .replaceAll(/\bAsync(?=[A-Z])/g, '')
    .replaceAll('asyncio', 'time')
    .replaceAll('._async_', '._')
    .replaceAll('._async ', '._sync ')
    .replaceAll(/\ba(iter_bytes|close)\b/g, '$1')
    .replaceAll(/__a(iter|enter|exit)__/g, '__$1__')
}

function typesFile({ version, types, errorCodes }: Model): string {
  const out = types.filter(({ direction }) => direction === 'out')
  return [
    MADE,
    FROM,
    'from typing import Any, Literal',
    '',
    'from ._model import Model',
    '',
    `VERSION = ${JSON.stringify(version)}`,
    '"""Of this client and of the API that it was made from."""',
    '',
    'ErrorCode = Literal[',
    ...errorCodes.map((code) => `    ${JSON.stringify(code)},`),
    ']',
    '"""What an error says that happened; there may be others in a later version of the service."""',
    ...out.map(modelClass),
    '',
    '',
    '__all__ = [',
    ...['ErrorCode', ...out.map(({ name }) => name)].sort().map((name) => `    ${JSON.stringify(name)},`),
    ']',
    '',
  ].join('\n')
}

function modelClass({ name, description, fields }: ObjectType): string {
  const nested = fields.flatMap((field) => {
    const found = nestedIn(field.type)
    return found ? [`        ${JSON.stringify(field.name)}: ${JSON.stringify(found)},`] : []
  })
  return [
    `\n\nclass ${name}(Model):`,
    ...docstring(description, '    '),
    ...(nested.length > 0 ? ['    _nested = {', ...nested, '    }'] : []),
    ...fields.flatMap((field) => [
      `    ${safe(field.name)}: ${annotated(field)}`,
      ...docstring(field.description, '    '),
    ]),
    ...(fields.length === 0 && !description ? ['    pass'] : []),
  ].join('\n')
}

/** Which class the objects in a field are of; undefined when there are none. */
function nestedIn(type: Type): string | undefined {
  switch (type.kind) {
    case 'object':
      return type.name
    case 'array':
      return nestedIn(type.items)
    case 'map': {
      const values = nestedIn(type.values)
      return values && `map:${values}`
    }
    case 'union':
      return type.of.map(nestedIn).find(Boolean)
    default:
      return undefined
  }
}

function annotated({ type, required }: Field): string {
  const text = written(type)
  return required || /\bNone$|^Any$/.test(text) ? text : `${text} | None`
}

/** A type as Python. `from` is what stands before names of objects. */
function written(type: Type, from = ''): string {
  switch (type.kind) {
    case 'string':
      return 'str'
    case 'integer':
      return 'int'
    case 'number':
      return 'float'
    case 'boolean':
      return 'bool'
    case 'null':
      return 'None'
    case 'unknown':
      return 'Any'
    case 'enum':
      return type.open ? 'str' : `Literal[${type.values.map((value) => JSON.stringify(value)).join(', ')}]`
    case 'array':
      return `list[${written(type.items, from)}]`
    case 'map':
      return `dict[str, ${written(type.values, from)}]`
    case 'object':
      return from + type.name
    case 'union': {
      const texts = [...new Set(type.of.map((one) => written(one, from)))]
      return [...texts.filter((text) => text !== 'None'), ...texts.filter((text) => text === 'None')].join(' | ')
    }
  }
}

function paramsFile({ types }: Model): string {
  const taken = types.filter(({ direction }) => direction === 'in')
  return [
    MADE,
    FROM,
    'from typing import Any, Literal, TypedDict',
    ...taken.map((type) => `\n\n${typedDict(type)}`),
    '',
  ].join('\n')
}

function typedDict({ name, fields }: ObjectType): string {
  // Names that are keywords cannot be written in a class.
  const odd = fields.filter((field) => KEYWORDS.has(field.name) && field.name !== 'options')
  const rows = fields.filter((field) => !odd.includes(field))
  const needed = rows.filter((field) => field.required)
  const free = rows.filter((field) => !field.required)
  const bases: string[] = []
  const before: string[] = []
  if (odd.length > 0) {
    const members = odd.map(
      (field) => `${JSON.stringify(field.name)}: ${JSON.stringify(written(field.type)).replaceAll('\\"', "'")}`,
    )
    before.push(`_${name}Odd = TypedDict("_${name}Odd", {${members.join(', ')}}, total=False)`, '', '')
    bases.push(`_${name}Odd`)
  }
  if (needed.length > 0 && free.length > 0) {
    before.push(
      `class _${name}Needed(TypedDict):`,
      ...needed.map((field) => `    ${field.name}: ${written(field.type)}`),
      '',
      '',
    )
    bases.push(`_${name}Needed`)
  }
  const own = needed.length > 0 && free.length === 0 ? needed : free
  const total = own === needed && needed.length > 0 ? '' : ', total=False'
  return [
    ...before,
    `class ${name}(${bases.length > 0 ? bases.join(', ') : 'TypedDict'}${total}):`,
    ...own.flatMap((field) => [`    ${field.name}: ${written(field.type)}`, ...docstring(field.description, '    ')]),
    ...(own.length === 0 ? ['    pass'] : []),
  ].join('\n')
}

function resourcesFile({ resources, types }: Model): string {
  const bodies = new Map(types.map((type) => [type.name, type]))
  return [
    MADE,
    FROM,
    'from typing import Any, AsyncIterator, Dict, List, Literal',
    '',
    'from . import _params as params',
    'from . import _types as types',
    'from ._async import AsyncPager, AsyncResource',
    'from ._events import ScanEvent',
    'from ._request import NOT_GIVEN, NotGiven, Request, RequestOptions, given, segment',
    ...resources.map((resource) => resourceClass(resource, bodies)),
    '',
  ].join('\n')
}

function resourceClass({ name, operations }: Resource, types: Map<string, ObjectType>): string {
  // In a class that has a method `list`, the type has to be called otherwise.
  const text = operations.map((operation) => method(operation, types)).join('\n\n')
  return `\n\nclass Async${pascal(name)}(AsyncResource):\n${text}`
}

function method(operation: Operation, types: Map<string, ObjectType>): string {
  const { id, name, httpMethod, pathParameters, query, body, answer, summary, description, deprecated } = operation
  const taken = body?.type.kind === 'object' ? types.get(body.type.name)! : null
  const fields = [
    ...(taken?.fields ?? []).map((field) => ({ ...field, place: 'body' })),
    ...(query?.fields ?? []).map((field) => ({ ...field, place: 'query' })),
  ]
  const ordered = [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)]
  // What a body also has gives way: it is positional.
  const positional = new Map(
    pathParameters.map((parameter) => [parameter, fields.some((field) => field.name === parameter) ? 'id' : parameter]),
  )
  const path = operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_, parameter: string) => `{segment('${parameter}', ${positional.get(parameter)})}`,
  )
  const request = [
    JSON.stringify(id),
    JSON.stringify(httpMethod),
    `${path.includes('{') ? 'f' : ''}"${path}"`,
    ...(query ? [`query=${members(fields.filter(({ place }) => place === 'query'))}`] : []),
    ...(taken
      ? [
          `body=given(${members(fields.filter(({ place }) => place === 'body'))})${body!.required ? '' : ' or NOT_GIVEN'}`,
        ]
      : []),
    ...(body && !taken ? ['body=body'] : []),
    ...(body && body.mediaType !== 'application/json' ? [`type=${JSON.stringify(body.mediaType)}`] : []),
  ]
  const [result, call, isAwaited] = answered(operation)
  const events = answer.kind === 'events'
  const lines = [
    `    ${isAwaited ? 'async ' : ''}def ${name}(`,
    '        self,',
    ...pathParameters.map((parameter) => `        ${positional.get(parameter)}: str,`),
    ...(body && !taken ? ['        body: Any,'] : []),
    '        *,',
    ...ordered.map((field) => `        ${safe(field.name)}: ${argument(field)},`),
    ...(events ? ['        last_event_id: str | None = None,'] : []),
    '        options: RequestOptions | None = None,',
    ...(events ? ['        until: float | None = None,'] : []),
    `    ) -> ${result}:`,
    ...docstring(
      [summary, description, ...(deprecated ? ['Deprecated: it will be withdrawn.'] : [])].filter(Boolean).join('\n\n'),
      '        ',
    ),
    '        request = Request(',
    ...request.map((part) => `            ${part},`),
    '        )',
    ...(answer.kind === 'file'
      ? [`        found: ${result} = await ${call}`, '        return found']
      : [`        return ${isAwaited ? 'await ' : ''}${call}`]),
  ]
  return lines.join('\n')
}

function argument(field: Field): string {
  const text = written(field.type, 'params.')
    .replaceAll(/\blist\[/g, 'List[')
    .replaceAll(/\bdict\[/g, 'Dict[')
  return field.required ? text : `${text} | NotGiven = NOT_GIVEN`
}

function members(fields: readonly Field[]): string {
  const pairs = fields.map((field) => `                ${JSON.stringify(field.name)}: ${safe(field.name)},\n`)
  return `{\n${pairs.join('')}            }`
}

function answered({ answer }: Operation): [result: string, call: string, isAwaited: boolean] {
  const kindOf = (type: Type) => (type.kind === 'object' ? `types.${type.name}` : 'lambda value: value')
  const nameOf = (type: Type) => (type.kind === 'object' ? `types.${type.name}` : 'Any')
  switch (answer.kind) {
    case 'nothing':
      return ['None', 'self._nothing(request, options)', true]
    case 'json':
      return [nameOf(answer.type), `self._json(${kindOf(answer.type)}, request, options)`, true]
    case 'page':
      return [
        `AsyncPager[${nameOf(answer.type)}]`,
        `self._list(${kindOf(answer.type)}, "${answer.items}", request, options)`,
        false,
      ]
    case 'events':
      return ['AsyncIterator[ScanEvent]', 'self._events(request, last_event_id, options, until)', false]
    case 'lines':
      return ['AsyncIterator[Any]', 'self._lines(request, options)', false]
    case 'file': {
      const results = [
        ...(answer.json ? [nameOf(answer.json)] : []),
        ...(answer.text ? ['str'] : []),
        ...(answer.binary ? ['bytes'] : []),
      ]
      return [
        results.join(' | ') || 'Any',
        `self._file(${answer.json ? kindOf(answer.json) : 'lambda value: value'}, request, options)`,
        true,
      ]
    }
  }
}

function surfaceFile({ resources }: Model): string {
  const generated = resources.filter(({ name }) => !EXTENDED[name]).map(({ name }) => `Async${pascal(name)}`)
  return [
    MADE,
    FROM,
    'from ._async import AsyncTransport',
    'from ._async_resources import (',
    ...generated.sort().map((name) => `    ${name},`),
    ')',
    'from ._async_scans import AsyncScans',
    'from ._webhooks import AsyncWebhooks',
    '',
    '',
    'class AsyncSurface:',
    '    """Every resource of the API."""',
    '',
    '    def __init__(self, transport: AsyncTransport) -> None:',
    ...resources.map(({ name }) => `        self.${name} = Async${pascal(name)}(transport)`),
    '',
  ].join('\n')
}

/** A name that is a keyword has an underscore after it. */
function safe(name: string): string {
  return KEYWORDS.has(name) ? `${name}_` : name
}

function docstring(text: string, indent: string): string[] {
  if (!text) return []
  const lines = text.replaceAll('\\', '\\\\').replaceAll('"""', "'''").split('\n')
  const quoted = lines.map((line, index) => `${line && index > 0 ? indent : ''}${line}`).join('\n')
  return [`${indent}"""${quoted.endsWith('"') ? `${quoted} ` : quoted}${lines.length > 1 ? `\n${indent}` : ''}"""`]
}
