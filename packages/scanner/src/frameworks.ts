import { FRAMEWORKS } from '../data/frameworks/index.ts'
import { type FrameworkTable, UNSEEN } from '../data/frameworks/table.ts'
import type { Check } from './check.ts'

/** What of a check decides to which requirements it speaks. */
type Mapped = Pick<Check, 'id' | 'owasp_2021' | 'owasp_2025'>

export interface Requirement {
  /** As its publisher numbers it. */
  number: string
  /** Of ASVS only: from which of its three levels on it is asked for. */
  level: number | null
  /** What it asks, in our words. */
  title: string
  /** Ids of checks, or beginnings of ids that end with `*`. */
  patterns: readonly string[]
  /** What of it cannot be seen from outside; null where all that it asks shows. */
  unseen: string | null
}

export interface Framework extends Omit<FrameworkTable, 'rows'> {
  requirements: readonly Requirement[]
}

let parsed: readonly Framework[] | undefined

/** All frameworks, with all their requirements in the publisher's order. */
export function frameworks(): readonly Framework[] {
  parsed ??= FRAMEWORKS.map(({ rows, ...framework }) => ({
    ...framework,
    requirements: rows.trim().split('\n').map(requirementOf),
  }))
  return parsed
}

function requirementOf(line: string): Requirement {
  const [name = '', title = '', checks = '', reason = ''] = line.split('|').map((cell) => cell.trim())
  const level = / L([123])$/.exec(name)?.[1]
  return {
    number: level ? name.slice(0, -3) : name,
    level: level ? Number(level) : null,
    title,
    patterns: checks.split(' ').filter((pattern) => pattern !== ''),
    unseen: reason === '' ? null : UNSEEN[reason]!,
  }
}

/** What people call a framework; the id itself where it is none of ours. */
export function frameworkName(id: string): string {
  return FRAMEWORKS.find((one) => one.id === id)?.name ?? id
}

/** Whether a check speaks to a requirement of a framework. */
export function speaksTo(check: Mapped, { mapped }: Pick<Framework, 'mapped'>, requirement: Requirement): boolean {
  if (mapped) return check[mapped]?.includes(requirement.number) ?? false
  return requirement.patterns.some((pattern) =>
    pattern.endsWith('*') ? check.id.startsWith(pattern.slice(0, -1)) : check.id === pattern,
  )
}

const known = new WeakMap<Mapped, Record<string, string[]>>()

/** The numbers of the requirements that a check speaks to, by framework; those that it does not speak to at all are left out. */
export function complianceOf(check: Mapped): Record<string, string[]> {
  const before = known.get(check)
  if (before) return structuredClone(before)
  const compliance: Record<string, string[]> = {}
  for (const framework of frameworks()) {
    const numbers = framework.requirements.filter((one) => speaksTo(check, framework, one)).map(({ number }) => number)
    if (numbers.length > 0) compliance[framework.id] = numbers
  }
  known.set(check, compliance)
  return structuredClone(compliance)
}
