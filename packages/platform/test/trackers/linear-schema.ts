// Holds what is used of Linear's schema against the whole as Linear publishes it, which no registry has:
//
//   node packages/platform/test/trackers/linear-schema.ts schema.graphql   (github.com/linear/linear, packages/sdk/src)
import { readFileSync } from 'node:fs'
import { buildSchema, isEnumType, isInputObjectType, isObjectType, isScalarType, parse, validate } from 'graphql'
import { linear } from '../../src/integrations/trackers/linear.ts'
import type { Conversation } from '../../src/integrations/trackers/tracker.ts'
import { SCHEMA } from './linear-server.ts'

const whole = buildSchema(readFileSync(process.argv[2] ?? 'schema.graphql', 'utf8'))
const faults: string[] = []

for (const [name, type] of Object.entries(buildSchema(SCHEMA).getTypeMap())) {
  if (name.startsWith('__') || isScalarType(type) || isEnumType(type)) continue
  const published = whole.getType(name)
  if (!(isObjectType(type) && isObjectType(published)) && !(isInputObjectType(type) && isInputObjectType(published))) {
    faults.push(`${name} is not published`)
    continue
  }
  for (const field of Object.values(type.getFields())) {
    const there = published.getFields()[field.name]
    // Of a filter it does not matter whether it is the one that may also ask for nothing.
    const same = there && String(there.type).replace('Nullable', '') === String(field.type)
    if (!same) faults.push(`${name}.${field.name}: ${field.type}, published ${there?.type}`)
  }
}

/** Every query that the adapter asks, with answers that lead it on. */
function queriesOf(talk: Conversation<unknown>): string[] {
  const queries: string[] = []
  const state = { id: 's', type: 'completed', position: 1 }
  const team = { id: 't', key: 'ENG', name: 'E', states: { nodes: [state] } }
  const issue = { id: 'i', identifier: 'ENG-1', url: 'u', updatedAt: '', state, assignee: null, trashed: null }
  const data = {
    ...{
      issue,
      issues: { nodes: [] },
      teams: { nodes: [team] },
      users: { nodes: [{ id: 'u' }] },
      comments: { nodes: [] },
    },
    ...{ issueLabels: { nodes: [] }, issueCreate: { issue }, issueLabelCreate: { issueLabel: { id: 'l' } } },
  }
  for (let next = talk.next(); !next.done; ) {
    queries.push(JSON.parse(next.value.body!).query)
    next = talk.next({ status: 200, headers: {}, body: JSON.stringify({ data }), error: null })
  }
  return queries
}

const place = { base_url: '', settings: { team: 'ENG', token: 'x' }, fields: {} }
const issue = {
  marker: 'm',
  title: 't',
  blocks: [],
  labels: ['l'],
  assignee: 'a@b.example',
  priority: null,
  severity: 'high',
}
const since = new Date(0)
const talks: Conversation<unknown>[] = [
  ...[
    linear.create(place, issue),
    linear.find(place, 'm', since),
    linear.read(place, 'i'),
    linear.changed!(place, since),
  ],
  ...[linear.comment(place, 'i', { marker: 'm', blocks: [] }), linear.hasComment(place, 'i', 'm', since)],
  ...[linear.setState(place, 'i', 'done'), linear.test(place)],
]
const queries = new Set(talks.flatMap(queriesOf))
for (const query of queries) faults.push(...validate(whole, parse(query)).map(({ message }) => message))
console.log(faults.length === 0 ? `${queries.size} queries and all types are as published` : faults.join('\n'))
process.exitCode = faults.length === 0 ? 0 : 1
