import { Type } from 'typebox'
import { Criticality } from '../websites/schema.ts'

export const MOST_ROWS = 1_000

const Row = Type.Object(
  {
    url: Type.String({ maxLength: 2_048 }),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20, uniqueItems: true })),
    groups: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 20, uniqueItems: true })),
    criticality: Type.Optional(Criticality),
  },
  { additionalProperties: false },
)

export const WebsiteImportCreate = Type.Object(
  {
    websites: Type.Optional(Type.Array(Row, { minItems: 1, maxItems: MOST_ROWS })),
    csv: Type.Optional(
      Type.String({
        minLength: 1,
        description: `Instead of \`websites\`: RFC 4180, its first line names the columns, of \`url\`, \`name\`, \`tags\`, \`groups\`, \`criticality\`; several tags or groups in one field are parted by semicolons. At most ${MOST_ROWS} rows.`,
      }),
    ),
  },
  { additionalProperties: false },
)

export const WebsiteImport = Type.Object(
  {
    created: Type.Integer(),
    exists: Type.Integer(),
    invalid: Type.Integer(),
    results: Type.Array(
      Type.Object({
        row: Type.Integer({ description: 'From 1; the line that names the columns is not counted.' }),
        url: Type.String({ description: 'As it was given.' }),
        status: Type.Enum(['created', 'exists', 'invalid'], {
          description: '`exists`: its scheme, host and port are registered already, and stay as they are.',
        }),
        website_id: Type.Union([Type.String(), Type.Null()]),
        detail: Type.Union([Type.String({ description: 'Why it is invalid.' }), Type.Null()]),
      }),
      { description: 'One for each row, in order.' },
    ),
  },
  { title: 'WebsiteImport' },
)

export const EXAMPLE = {
  created: 1,
  exists: 1,
  invalid: 1,
  results: [
    {
      row: 1,
      url: 'shop.example',
      status: 'created' as const,
      website_id: 'ws_01k0000000000000000000000',
      detail: null,
    },
    {
      row: 2,
      url: 'blog.example',
      status: 'exists' as const,
      website_id: 'ws_01jz000000000000000000000',
      detail: null,
    },
    {
      row: 3,
      url: 'ftp://files.example',
      status: 'invalid' as const,
      website_id: null,
      detail: 'Only http and https addresses can be scanned.',
    },
  ],
}
