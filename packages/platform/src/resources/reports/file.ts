import { fileNameOf, type ReportRow } from './schema.ts'

/** A report shows texts of websites that may be hostile: as a page it runs nothing and asks for nothing. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** How a report's file is sent. People's browsers show PDF and HTML, and keep the rest. */
export function fileHeaders(report: ReportRow, size: number): Record<string, string> {
  const shown = report.format === 'pdf' || report.format === 'html'
  return {
    'content-type': report.content_type!,
    'content-length': String(size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${fileNameOf(report)}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // Chromium shows no PDF in a sandbox.
    ...(report.format === 'html' ? { 'content-security-policy': POLICY } : {}),
  }
}
