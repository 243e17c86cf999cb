import type { ScanDocument, VulnerabilityObject } from '@lasthash/scanner/report/document'
import type { Since } from './baseline.ts'
import type { Format } from './scan-arguments.ts'

export interface Rendering {
  format: Format
  color: boolean
  width: number
  /** What fails in JUnit's eyes: the same as in the gate's. */
  offends: (one: VulnerabilityObject) => boolean
  minScore: number | null
  /** What the gate says, and what became of the baseline; null where there is none. */
  verdict: { passed: boolean; reasons: readonly string[] } | null
  since: Since | null
}

/** The document in the format that was asked for; only that one's code is loaded. */
export async function render(document: ScanDocument, { format, ...options }: Rendering): Promise<string | Uint8Array> {
  switch (format) {
    case 'text': {
      const { textReport } = await import('@lasthash/scanner/report/text')
      return textReport(document, options)
    }
    case 'json': {
      const { jsonReport } = await import('@lasthash/scanner/report/json')
      return jsonReport(document)
    }
    case 'sarif': {
      const { sarifReport } = await import('@lasthash/scanner/report/sarif')
      return sarifReport(document)
    }
    case 'junit': {
      const { junitReport } = await import('@lasthash/scanner/report/junit')
      return junitReport(document, options)
    }
    case 'pdf':
    case 'csv': {
      const { fileReport } = await import('./file-report.ts')
      return fileReport(document, format)
    }
    case 'gitlab': {
      const { gitlabReport } = await import('@lasthash/scanner/report/gitlab')
      return gitlabReport(document)
    }
    case 'markdown': {
      const { markdownReport } = await import('@lasthash/scanner/report/markdown')
      return markdownReport(document, options)
    }
    case 'html': {
      const { htmlReport } = await import('@lasthash/scanner/report/html')
      return htmlReport(document)
    }
  }
}
