import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ParityRow {
  /** As the rival names it: a rule, a test, an outcome, a module. */
  rule: string
  /** The rival's own number or title, where the name alone says too little. */
  about?: string
  /** Our checks (`family/name`), or single outcomes of them (`family/name outcome`), that answer the same question. */
  ours: string[]
  /** Why there is none, or why ours judges otherwise. */
  reason?: string
}
export interface ParityFile {
  rival: string
  /** What the rows are: rules, modules, outcomes. */
  rows_are: string
  version: string
  source: string
  rows: ParityRow[]
}

/** The names of all comparisons, in the order of their files. */
export function parityNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
}

export function readParity(name: string): ParityFile {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as ParityFile
}
