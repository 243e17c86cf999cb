import { constantOf, constantPrefix } from './constant.ts'
import { type AnyNode, type Binding, propertyName } from './javascript.ts'
import type { Taint } from './taint.ts'
import { KIND } from './taint-kinds.ts'

/** Data that a visitor typed in, or that the browser keeps for the site, on its way to an address. */
export interface Sending {
  /** The worst that is sent. */
  what: 'card' | 'password' | 'all_fields' | 'keys' | 'cookies' | 'typed'
  /** The host as written, lower case; null where the script does not tell. */
  host: string | null
  how: 'image' | 'beacon' | 'request' | 'socket' | 'form' | 'navigation' | 'script'
  /** The address was put together so that nobody finds it by searching. */
  hidden: boolean
  seen: string
}

const MAX_SEEN = 200 // characters
const REQUESTS = /^(?:fetch|post|get|ajax|getJSON|request|put)$/
/** Elements whose `src` is an address that is asked for. */
const LOADING = /^(?:Image|img|script|iframe)$/i

/** Every place in the script where typed data goes into an address, or into what is sent there. */
export function findSendings(taint: Taint): Sending[] {
  const { script } = taint
  const opened = new Map<Binding | string, AnyNode>()
  for (const node of script.nodes) {
    const target = openedBy(node, taint)
    if (target) opened.set(target.key, target.url)
  }
  return script.nodes.flatMap((node) => {
    const found = sendingOf(node, taint, opened)
    if (!found) return []
    const what = worst(found.data)
    if (!what) return []
    const { text, hidden } = constantPrefix(found.url, script)
    const host = hostOf(text)
    const isHidden = hidden && host !== null && !script.text.includes(host)
    return [{ what, host, how: found.how, hidden: isHidden, seen: excerpt(script.text, node) }]
  })
}

interface Found {
  url: AnyNode
  data: number
  how: Sending['how']
}

function sendingOf(node: AnyNode, taint: Taint, opened: ReadonlyMap<Binding | string, AnyNode>): Found | null {
  if (node.type === 'AssignmentExpression') return assigned(node, taint)
  if (node.type !== 'CallExpression') return null
  const { callee } = node
  const name =
    callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyName(callee) : null
  const [first, second, third] = node.arguments as AnyNode[]
  if (name === null || !first) return null
  if (name === 'sendBeacon') return { url: first, data: taint.of(first) | taint.of(second), how: 'beacon' }
  if (name === 'open' && callee.type === 'MemberExpression') {
    if (second && taint.of(second)) return { url: second, data: taint.of(second), how: 'request' }
    return taint.isBrowser(callee, /^open$/) ? { url: first, data: taint.of(first), how: 'navigation' } : null
  }
  if (name === 'send' && callee.type === 'MemberExpression') {
    const url = opened.get(keyOf(callee.object as AnyNode, taint) ?? '')
    return url ? { url, data: taint.of(first), how: isSocket(url, taint) ? 'socket' : 'request' } : null
  }
  if (name === 'setAttribute' && callee.type === 'MemberExpression') {
    const attribute = constantOf(first, taint.script)?.value
    return attribute === 'src' && second ? { url: second, data: taint.of(second), how: 'image' } : null
  }
  if (!REQUESTS.test(name)) return null
  const options = first.type === 'ObjectExpression' ? first : null
  const url = options ? fieldOf(options, 'url') : first
  return url ? { url, data: taint.of(first) | taint.of(second) | taint.of(third), how: 'request' } : null
}

function assigned(node: Extract<AnyNode, { type: 'AssignmentExpression' }>, taint: Taint): Found | null {
  const data = taint.of(node.right)
  const { left } = node
  if (left.type === 'Identifier')
    return left.name === 'location' && data ? { url: node.right, data, how: 'navigation' } : null
  if (left.type !== 'MemberExpression' || !data) return null
  const name = propertyName(left)
  if (name === 'src') {
    const script = madeAs(left.object as AnyNode, taint) === 'script'
    return { url: node.right, data, how: script ? 'script' : 'image' }
  }
  if (name === 'location') return { url: node.right, data, how: 'navigation' }
  return name === 'href' && taint.isBrowser(left.object as AnyNode, /^location$/)
    ? { url: node.right, data, how: 'navigation' }
    : null
}

/** The address that a request or socket object was opened with. */
function openedBy(node: AnyNode, taint: Taint): { key: Binding | string; url: AnyNode } | null {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const [, url] = node.arguments as AnyNode[]
    const key = propertyName(node.callee) === 'open' ? keyOf(node.callee.object as AnyNode, taint) : null
    return key && url ? { key, url } : null
  }
  const [target, value] =
    node.type === 'VariableDeclarator'
      ? [node.id, node.init]
      : node.type === 'AssignmentExpression'
        ? [node.left, node.right]
        : [null, null]
  if (!target || value?.type !== 'NewExpression' || value.callee.type !== 'Identifier') return null
  const key = value.callee.name === 'WebSocket' ? keyOf(target, taint) : null
  const url = value.arguments[0] as AnyNode | undefined
  return key && url ? { key, url } : null
}

function keyOf(node: AnyNode, taint: Taint): Binding | string | null {
  if (node.type === 'Identifier') return taint.script.bindings.get(node) ?? null
  if (node.type === 'MemberExpression') return `.${propertyName(node)}`
  return node.type === 'NewExpression' && node.callee.type === 'Identifier' ? `new ${node.callee.name}` : null
}

/** The element that an expression makes: `new Image()`, `createElement('img')`. */
export function madeAs(node: AnyNode, taint: Taint): string | null {
  if (node.type === 'Identifier') {
    const made = taint.script.bindings.get(node)?.writes[0]
    return made && made !== node && made.type !== 'Identifier' ? madeAs(made, taint) : null
  }
  if (node.type === 'NewExpression')
    return node.callee.type === 'Identifier' && LOADING.test(node.callee.name) ? node.callee.name.toLowerCase() : null
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  const tag = propertyName(node.callee) === 'createElement' && node.arguments[0]
  const text = tag ? constantOf(tag, taint.script)?.value : undefined
  return typeof text === 'string' ? text.toLowerCase() : null
}

function isSocket(url: AnyNode, taint: Taint): boolean {
  return /^wss?:/i.test(constantPrefix(url, taint.script).text)
}

export function fieldOf(object: Extract<AnyNode, { type: 'ObjectExpression' }>, name: string): AnyNode | null {
  for (const one of object.properties)
    if (one.type === 'Property' && propertyName(one) === name) return one.value as AnyNode
  return null
}

function worst(data: number): Sending['what'] | null {
  if (data & KIND.CARD) return 'card'
  if (data & KIND.PASSWORD) return 'password'
  if (data & KIND.ALL_TYPED) return 'all_fields'
  if (data & KIND.KEY) return 'keys'
  if (data & KIND.COOKIE) return 'cookies'
  return data & KIND.TYPED ? 'typed' : null
}

/** The host at the beginning of an address; null where the constant part does not reach the end of it. */
export function hostOf(prefix: string): string | null {
  const match = /^\s*(?:https?:|wss?:)?\/\/([^/?#\s]{1,255})(?=[/?#]|$)/i.exec(prefix)
  return match ? (URL.parse(`https://${match[1]}/`)?.hostname ?? null) : null
}

export function excerpt(text: string, node: AnyNode): string {
  return text.slice(node.start, Math.min(node.end, node.start + MAX_SEEN))
}
