import { Type } from 'typebox'
import { Confidence, Severity, Status, VulnerabilityType } from './schema.ts'

/** The filters of every list of vulnerabilities. */
export const FILTERS = {
  severity: Type.Optional(Severity),
  status: Type.Optional(Status),
  confidence: Type.Optional(Confidence),
  type: Type.Optional(VulnerabilityType),
  check: Type.Optional(Type.String({ maxLength: 100, description: 'Only those that this check found.' })),
}
