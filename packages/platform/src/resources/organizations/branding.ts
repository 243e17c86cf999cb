import { type TSchema, Type } from 'typebox'
import type { Branding } from '../../branding.ts'
import { ApiError, type FieldError } from '../../errors.ts'

const MOST_LOGO = 32_768 // characters of its data: address: it is sent with each page and each list
const LEAST_CONTRAST = 4.5 // to one, of text to what it stands on (WCAG 2.2, success criterion 1.4.3)

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Line = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })
const Color = Type.String({ pattern: '^#[0-9a-fA-F]{6}$', maxLength: 7 })

const FIELDS = {
  name: Nullable(Line(80)),
  logo: Nullable(
    Type.String({
      maxLength: MOST_LOGO,
      pattern: '^data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$',
      description: 'A PNG or JPEG image as a `data:` address of at most 32 kB.',
    }),
  ),
  colors: Nullable(
    Type.Object(
      { primary: Color, accent: Color },
      { additionalProperties: false, description: 'Of bands, and of buttons. White text has to be readable on both.' },
    ),
  ),
  mail_sender: Nullable(
    Type.Object(
      {
        name: Line(80),
        address: Type.String({ maxLength: 254, pattern: '^[^\\s@<>",;:]+@[^\\s@<>",;:]+\\.[^\\s@<>",;:]+$' }),
      },
      { additionalProperties: false, description: 'The mail server has to be allowed to send in its name.' },
    ),
  ),
  report_footer: Nullable(Line(500)),
  domain: Nullable(
    Type.String({
      maxLength: 260,
      pattern:
        '^(?=.{1,253}(?::|$))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[0-9]{1,5})?$',
      description:
        'A name of yours that leads to this service, in lower case. Used once `POST …/domain/check` has seen it.',
    }),
  ),
}

/** Null, everywhere: as the organisation above has it, and else as LastHash has it. */
export const BrandingOut = Type.Object({
  ...FIELDS,
  domain_active_at: Nullable(
    Type.String({ format: 'date-time', description: 'When the domain was seen to lead here; null: not yet.' }),
  ),
})

export const BrandingPatch = Type.Object(
  Object.fromEntries(Object.entries(FIELDS).map(([name, schema]) => [name, Type.Optional(schema)])) as {
    [K in keyof typeof FIELDS]: ReturnType<typeof Type.Optional<(typeof FIELDS)[K]>>
  },
  { additionalProperties: false },
)

export interface BrandingChanges extends Partial<Branding> {
  domain?: string | null
}

export const BRANDING_EXAMPLE = {
  name: 'Acme Security',
  logo: null,
  colors: { primary: '#12355b', accent: '#1459b3' },
  mail_sender: { name: 'Acme Security', address: 'security@acme.example' },
  report_footer: 'Acme Ltd, 1 High Street',
  domain: 'security.acme.example',
  domain_active_at: '2026-01-15T00:00:00Z',
}

/** Throws `validation_failed` for what no schema says: colours on which white cannot be read, and files that are not images. */
export function checkBranding({ colors, logo }: BrandingChanges): void {
  const errors: FieldError[] = []
  for (const [name, color] of Object.entries(colors ?? {}))
    if (contrastWithWhite(color) < LEAST_CONTRAST)
      errors.push({
        pointer: `/branding/colors/${name}`,
        detail: `is too light: white text on it has a contrast of ${contrastWithWhite(color).toFixed(1)}, and needs 4.5`,
      })
  if (logo && !isImage(logo))
    errors.push({ pointer: '/branding/logo', detail: 'is not the PNG or JPEG that it says it is' })
  if (errors.length > 0)
    throw new ApiError('validation_failed', `The body does not validate. ${errors[0]!.pointer} ${errors[0]!.detail}.`, {
      errors,
    })
}

/** Of white text on a colour of the form #rrggbb, 1 to 21 (WCAG 2.2, “contrast ratio”). */
function contrastWithWhite(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05)
}

const SIGNATURES = { png: '89504e470d0a1a0a', jpeg: 'ffd8ff' } // how each kind of file begins, in hex

function isImage(logo: string): boolean {
  const [, kind, data] = /^data:image\/(png|jpeg);base64,(.*)$/.exec(logo)!
  return Buffer.from(data!, 'base64')
    .toString('hex')
    .startsWith(SIGNATURES[kind as keyof typeof SIGNATURES])
}
