/** What was asked for is none that there can be: wrong kind for a format, data that is missing. The message says what to do. */
export class ReportError extends Error {
  override name = 'ReportError'
}
