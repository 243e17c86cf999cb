import { constantOf } from './constant.ts'
import { type AnyNode, type ParsedScript, propertyName } from './javascript.ts'

/** What honest scripts that send a form have no need of. */
export type Mark =
  | 'base64'
  | 'checkout_only'
  | 'polls'
  | 'watches_tools'
  | 'names_hidden'
  | 'telegram'
  | 'listens_to_keys'

const CHECKOUT =
  /check-?out|one-?page|onestep|firecheckout|payment|order[-_/]?(?:pay|confirm)|billing|kasse|bestel|panier|carrito/i
const ARRAY_NAME = /^_0x[0-9a-f]{2,8}$/i
const MANY_NAMES = 20 // identifiers of the form that obfuscators give
const TOOLS = /outerHeight|outerWidth|Firebug|devtools|__REACT_DEVTOOLS|debugger/

/** The marks of a script. They count only together with data that leaves. */
export function marksOf(script: ParsedScript): Set<Mark> {
  const { nodes, text, bindings } = script
  const marks = new Set<Mark>()
  let obfuscated = 0
  const hasBase64 = /Base64/.test(text)
  for (const node of nodes) {
    switch (node.type) {
      case 'CallExpression': {
        const name = calledName(node)
        if (name === 'btoa' || (name === 'encode' && hasBase64)) marks.add('base64')
        if (name === 'setInterval') marks.add('polls')
        if (testsAddress(node, script)) marks.add('checkout_only')
        break
      }
      case 'Literal':
        if (typeof node.value === 'string' && /api\.telegram\.org\/bot\d/.test(node.value)) marks.add('telegram')
        if (typeof node.value === 'string' && /^on?key(?:up|down|press)$/.test(node.value)) marks.add('listens_to_keys')
        break
      case 'DebuggerStatement':
        marks.add('watches_tools')
        break
    }
    if (node.type === 'Identifier' && bindings.has(node) && ARRAY_NAME.test(node.name)) obfuscated++
  }
  if (obfuscated >= MANY_NAMES) marks.add('names_hidden')
  if (/outerHeight\s*-|outerWidth\s*-/.test(text) && TOOLS.test(text)) marks.add('watches_tools')
  return marks
}

/** `location.href.indexOf('checkout')`, `/onepage/.test(location)`, `location.href.match(…)`. */
function testsAddress(node: Extract<AnyNode, { type: 'CallExpression' }>, script: ParsedScript): boolean {
  const { callee } = node
  if (callee.type !== 'MemberExpression') return false
  const name = propertyName(callee)
  if (!name || !/^(?:indexOf|includes|match|test|search|exec)$/.test(name)) return false
  const around = script.text.slice(node.start, Math.min(node.end, node.start + 400))
  if (!/location|URL\b|referrer/.test(around)) return false
  const arg = node.arguments[0] as AnyNode | undefined
  const pattern = [callee.object as AnyNode, arg].find((one) => one?.type === 'Literal' && one.regex)
  if (pattern?.type === 'Literal' && pattern.regex) return CHECKOUT.test(pattern.regex.pattern)
  const text = arg ? constantOf(arg, script)?.value : undefined
  return typeof text === 'string' && CHECKOUT.test(text)
}

export function calledName({ callee }: Extract<AnyNode, { type: 'CallExpression' | 'NewExpression' }>): string | null {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? propertyName(callee) : null
}
