import { type TSchema, Type } from 'typebox'
import { Confidence, Severity, Status, VulnerabilityType } from './schema.ts'

const text = (maxLength: number, description: string) => Type.Optional(Type.String({ maxLength, description }))
const time = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }))

/** The filters of every list of vulnerabilities. */
export const FILTERS = {
  severity: Type.Optional(Severity),
  status: Type.Optional(Status),
  confidence: Type.Optional(Confidence),
  type: Type.Optional(VulnerabilityType),
  check: text(100, 'Only those that this check found.'),
  cve: text(40, 'Only those of this CVE.'),
  kev: Type.Optional(
    Type.Enum(['true', 'false'], {
      description: 'Whether CISA lists a flaw of it as exploited: only those, or none of them.',
    }),
  ),
  assigned_to: text(200, 'Only those given to this person.'),
  first_seen_after: time('Only those first seen then or later.'),
  first_seen_before: time('Only those first seen before.'),
  q: text(200, 'A CVE, or words that are all in the title or in the check’s id.'),
} satisfies Record<string, TSchema>

/** Those of a list over many websites. */
export const WEBSITE_FILTERS = {
  website_id: text(80, 'Only those of this website.'),
  tag: text(50, 'Only those of websites with this tag.'),
} satisfies Record<string, TSchema>
