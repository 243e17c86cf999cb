import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { present, recorded, released, withoutTexts } from './openapi.ts'
import { breaks, type Description } from './openapi-breaks.ts'

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(present()) as never)
  assert.ok(valid, JSON.stringify(errors, null, 1))
  assert.equal(validator.version, '3.1')
})

test('no client of the last release breaks', () => {
  assert.ok(Object.keys(released().paths).length > 40)
  assert.deepEqual(breaks(released(), present()), [], 'CONTRIBUTING.md says what to do')
})

test('texts and examples are no part of a release; fields that are called so are', () => {
  const schema = { type: 'object', description: 'A', properties: { description: { type: 'string', example: 'b' } } }
  assert.deepEqual(withoutTexts({ schema, summary: 'C', examples: [1], enum: ['example'] }), {
    schema: { type: 'object', properties: { description: { type: 'string' } } },
    enum: ['example'],
  })
  const description = present()
  assert.deepEqual(breaks(withoutTexts(description) as Description, description), [])
})

test('docs/openapi.json is what the routes make: npm run openapi', () => {
  assert.deepEqual(recorded(), JSON.parse(JSON.stringify(present())))
})

/** A small description, with every part that the rules look at. */
const SMALL: Description = {
  paths: {
    '/v1/things': {
      post: {
        operationId: 'createThing',
        'x-scope': 'things:write',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100, default: 20 } }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['url'],
                additionalProperties: false,
                properties: {
                  url: { type: 'string', maxLength: 2048 },
                  kind: { enum: ['a', 'b'] },
                  tags: { type: 'array', items: { type: 'string', maxLength: 50, pattern: '^[a-z]+$' } },
                },
              },
            },
          },
        },
        responses: { '201': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'score'],
        properties: { id: { type: 'string' }, score: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
      },
    },
  },
}

// biome-ignore lint/suspicious/noExplicitAny: the cases reach into a tree of plain data
type Tree = any
const post = (tree: Tree) => tree.paths['/v1/things'].post
const body = (tree: Tree) => post(tree).requestBody.content['application/json'].schema
const thing = (tree: Tree) => tree.components.schemas.Thing

const cases: [string, (tree: Tree) => unknown, RegExp | null][] = [
  ['nothing', () => {}, null],
  ['a new path', (tree) => (tree.paths['/v1/others'] = { get: { operationId: 'x', responses: {} } }), null],
  ['a new optional field', (tree) => (body(tree).properties.name = { type: 'string' }), null],
  ['a wider limit', (tree) => (body(tree).properties.url.maxLength = 4096), null],
  ['a new value that is taken', (tree) => body(tree).properties.kind.enum.push('c'), null],
  [
    'null is taken as well',
    (tree) => (body(tree).properties.url = { anyOf: [{ type: 'string', maxLength: 2048 }, { type: 'null' }] }),
    null,
  ],
  ['a new field in the answer', (tree) => (thing(tree).properties.grade = { type: 'string' }), null],
  ['a path goes', (tree) => delete tree.paths['/v1/things'], /POST \/v1\/things is gone/],
  [
    'an operation is renamed',
    (tree) => (post(tree).operationId = 'makeThing'),
    /operationId createThing became makeThing/,
  ],
  ['a parameter goes', (tree) => post(tree).parameters.pop(), /the query parameter limit is gone/],
  ['a limit is tightened', (tree) => (post(tree).parameters[0].schema.maximum = 50), /limit: maximum is 50/],
  ['a limit appears', (tree) => (body(tree).properties.url.minLength = 9), /body\.url: minLength is 9/],
  [
    'a limit inside a list',
    (tree) => (body(tree).properties.tags.items.maxLength = 5),
    /body\.tags\[\]: maxLength is 5/,
  ],
  ['a form is asked for', (tree) => (body(tree).properties.url.pattern = '^https:'), /body\.url: pattern is \^https:/],
  ['a form is asked for no more', (tree) => delete body(tree).properties.tags.items.pattern, null],
  ['a default changes', (tree) => (post(tree).parameters[0].schema.default = 50), /limit: default is 50/],
  ['another scope is needed', (tree) => (post(tree)['x-scope'] = 'all:write'), /it needs the scope all:write/],
  ['no scope is needed', (tree) => delete post(tree)['x-scope'], null],
  [
    'a body of another type',
    (tree) => (post(tree).requestBody.content = {}),
    /a body of application\/json is not taken/,
  ],
  ['the body is not required', (tree) => delete post(tree).requestBody.required, null],
  [
    'a method goes, and another comes',
    (tree) => (tree.paths['/v1/things'] = { get: post(tree) }),
    /POST \/v1\/things is gone/,
  ],
  ['a field becomes required', (tree) => body(tree).required.push('kind'), /body\.kind is required/],
  ['a field is taken no more', (tree) => delete body(tree).properties.kind, /body\.kind is no longer taken/],
  ['a value is taken no more', (tree) => body(tree).properties.kind.enum.pop(), /body\.kind no longer takes b/],
  [
    'a field takes another kind',
    (tree) => (body(tree).properties.url.type = 'integer'),
    /body\.url no longer takes string/,
  ],
  [
    'a new parameter is required',
    (tree) => post(tree).parameters.push({ name: 'q', in: 'query', required: true, schema: {} }),
    /the query parameter q is required/,
  ],
  [
    'the status changes',
    (tree) => (post(tree).responses = { '200': post(tree).responses['201'] }),
    /the answer 201 is gone/,
  ],
  ['a field of the answer goes', (tree) => delete thing(tree).properties.id, /201\.id is gone/],
  ['a field of the answer may be missing', (tree) => thing(tree).required.pop(), /201\.score may be missing/],
  [
    'a field of the answer is of another kind',
    (tree) => (thing(tree).properties.score = { type: 'string' }),
    /201\.score may be string now/,
  ],
  [
    'a field of the answer may be null',
    (tree) => (thing(tree).properties.id = { anyOf: [{ type: 'string' }, { type: 'null' }] }),
    /201\.id may be null now/,
  ],
]
for (const [what, alter, expected] of cases) {
  test(`${expected ? 'breaks' : 'breaks nobody'}: ${what}`, () => {
    const after = structuredClone(SMALL)
    alter(after)
    const found = breaks(SMALL, after)
    if (expected) assert.match(found.join('\n'), expected)
    else assert.deepEqual(found, [])
  })
}
