import type { ScanDocument } from './document.ts'
import { safeJson } from './escape.ts'

/** `{"scan": …, "vulnerabilities": […]}`, the API's own objects, all of them; `coverage` beside them where it is known. */
export function jsonReport({ scan, vulnerabilities, coverage }: ScanDocument): string {
  return `${safeJson({ scan, vulnerabilities, coverage })}\n`
}
