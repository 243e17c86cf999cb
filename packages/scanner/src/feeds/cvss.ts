import calculator from 'ae-cvss-calculator'
import type { Severity } from '../check.ts'

// A CommonJS module, whose names cannot be imported one by one.
const { Cvss3P0, Cvss3P1, Cvss4P0 } = calculator

/** The vector's base score, or null where it is none (FIRST's CVSS 3.0, 3.1 and 4.0). */
export function cvssOf(vector: string | null): { vector: string; score: number } | null {
  if (!vector || !isWhole(vector)) return null
  try {
    const score = vector.startsWith('CVSS:4.0/')
      ? new Cvss4P0(vector).calculateScores().overall
      : vector.startsWith('CVSS:3.1/')
        ? new Cvss3P1(vector).calculateScores().base
        : vector.startsWith('CVSS:3.0/')
          ? new Cvss3P0(vector).calculateScores().base
          : null
    return typeof score === 'number' && Number.isFinite(score) ? { vector, score } : null
  } catch {
    return null
  }
}

/** Metrics without which there is no base score, by version. The library takes a missing one for harmless. */
const BASE: Record<string, readonly string[]> = {
  'CVSS:4.0': ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA'],
  'CVSS:3.1': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  'CVSS:3.0': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
}

function isWhole(vector: string): boolean {
  const [version = '', ...metrics] = vector.split('/')
  const given = new Set(metrics.map((metric) => metric.split(':')[0]))
  return BASE[version]?.every((metric) => given.has(metric)) ?? false
}

/** The qualitative rating of CVSS 3.1 section 5. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'info'
}

/** What feeds call severities, in any case: `MODERATE` is medium. Null where it is no word of these. */
export function severityOfWord(word: unknown): Severity | null {
  if (typeof word !== 'string') return null
  const lower = word.toLowerCase()
  if (lower === 'moderate') return 'medium'
  if (lower === 'none') return 'info'
  return (['critical', 'high', 'medium', 'low', 'info'] as const).find((one) => one === lower) ?? null
}
