import { Type } from 'typebox'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** One piece of software, as the engine lists it. */
export const Software = Type.Object(
  {
    key: Type.String({ description: 'Stable over versions, such as `jquery` or `wordpress-plugin:akismet`.' }),
    name: Type.String(),
    category: Type.String(),
    vendor: nullable(Type.String()),
    site: Type.String(),
    packages: Type.Array(Type.Object({ ecosystem: Type.String(), name: Type.String() }), {
      description: 'What it is called where vulnerabilities are listed.',
    }),
    version: nullable(Type.String()),
    precision: nullable(Type.Enum(['exact', 'range'])),
    confidence: Type.Integer({ description: 'Percent: that it is there.' }),
    version_confidence: Type.Integer({ description: 'Percent: that this is its version.' }),
    packaged: nullable(Type.String({ description: 'The distribution that packages it.' })),
    locations: Type.Array(Type.Object({ url: Type.String(), signal: Type.String(), seen: Type.String() })),
    location_count: Type.Integer(),
    endoflife: nullable(Type.String({ description: 'Its name at endoflife.date.' })),
  },
  { title: 'Software' },
)

export const SOFTWARE_EXAMPLE = {
  key: 'nginx',
  name: 'nginx',
  category: 'web-server',
  vendor: null,
  site: 'https://nginx.org/',
  packages: [{ ecosystem: 'Bitnami', name: 'nginx' }],
  version: '1.18.0',
  precision: 'exact' as const,
  confidence: 90,
  version_confidence: 90,
  packaged: null,
  locations: [{ url: 'https://example.com/', signal: 'header', seen: 'Server: nginx/1.18.0' }],
  location_count: 1,
  endoflife: 'nginx',
}
