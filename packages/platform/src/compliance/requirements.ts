import { catalogue, type Framework, frameworks, type Requirement } from '@lasthash/scanner'

export interface MappedRequirement extends Requirement {
  /** Ids of the checks that speak to it. */
  checks: readonly string[]
}

export interface MappedFramework extends Omit<Framework, 'requirements'> {
  requirements: readonly MappedRequirement[]
}

let mapped: readonly MappedFramework[] | undefined
let titles: ReadonlyMap<string, string> | undefined

/** All frameworks, each requirement with the checks that speak to it. Part of the code, so made once. */
export function mappedFrameworks(): readonly MappedFramework[] {
  if (mapped) return mapped
  const speaking = new Map<string, string[]>()
  for (const { id, compliance } of catalogue())
    for (const [framework, numbers] of Object.entries(compliance))
      for (const number of numbers) {
        const place = `${framework} ${number}`
        speaking.set(place, [...(speaking.get(place) ?? []), id])
      }
  mapped = frameworks().map((framework) => ({
    ...framework,
    requirements: framework.requirements.map((one) => ({
      ...one,
      checks: speaking.get(`${framework.id} ${one.number}`) ?? [],
    })),
  }))
  return mapped
}

export function findFramework(id: string): MappedFramework | undefined {
  return mappedFrameworks().find((one) => one.id === id)
}

/** How the finding of a check's outcome is called; the check's id where this version knows neither. */
export function titleOf(check: string, outcome: string): string {
  titles ??= new Map(
    catalogue().flatMap((entry) => entry.outcomes.map((one) => [`${entry.id} ${one.outcome}`, one.title] as const)),
  )
  return titles.get(`${check} ${outcome}`) ?? check
}
