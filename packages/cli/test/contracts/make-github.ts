// Cuts out of GitHub's OpenAPI description (npm: @octokit/openapi, MIT, 100 MB unpacked) the operations that the action uses:
//   node packages/cli/test/contracts/make-github.ts path/to/api.github.com.json
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// biome-ignore lint/suspicious/noExplicitAny: a foreign document
type Any = any

const OPERATIONS = [
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['get', '/user'],
] as const
const TEXTS = new Set(['description', 'example', 'examples', 'summary', 'externalDocs', 'x-github'])

const document: Any = JSON.parse(readFileSync(process.argv[2]!, 'utf8'))
const at = (ref: string) =>
  ref
    .split('/')
    .slice(1)
    .reduce((node: Any, name) => node[name], document)

function whole(node: Any, depth = 0): Any {
  if (depth > 40) return {}
  if (Array.isArray(node)) return node.map((one) => whole(one, depth + 1))
  if (typeof node !== 'object' || node === null) return node
  if (typeof node.$ref === 'string') return whole(at(node.$ref), depth + 1)
  const entries = Object.entries(node).filter(
    ([name, value]) => !TEXTS.has(name) || (typeof value === 'object' && name === 'description'),
  )
  return Object.fromEntries(entries.map(([name, value]) => [name, whole(value, depth + 1)]))
}

const operations = OPERATIONS.map(([method, path]) => {
  const { parameters, requestBody, responses } = document.paths[path][method]
  const good = Object.entries(responses as Any).find(([status]) => status.startsWith('2'))!
  return {
    method: method.toUpperCase(),
    path,
    parameters: whole(parameters).map(({ name, in: where, required, schema }: Any) => ({
      name,
      in: where,
      required,
      schema,
    })),
    body: requestBody ? whole(requestBody).content['application/json'].schema : null,
    status: Number(good[0]),
    answer: whole(good[1] as Any).content['application/json'].schema,
  }
})
const made = {
  source: 'npm @octokit/openapi',
  licence: 'MIT, Copyright (c) 2020 Octokit contributors',
  version: document.info.version,
  operations,
}
writeFileSync(join(import.meta.dirname, 'github.json'), `${JSON.stringify(made, null, 1)}\n`)
