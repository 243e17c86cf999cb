import { constantOf, constantPrefix } from './constant.ts'
import { excerpt } from './exfiltration.ts'
import { type AnyNode, type FunctionNode, type ParsedScript, propertyName } from './javascript.ts'
import { calledName } from './script-marks.ts'
import type { Taint } from './taint.ts'
import { CHOSEN, KIND } from './taint-kinds.ts'

/** Text that a link, an opener or a message can choose, on its way into something that acts on it. */
export interface DomFlow {
  source: 'address' | 'referrer' | 'window_name' | 'message'
  sink: 'html' | 'code' | 'script_address' | 'navigation'
  seen: string
}

/** A listener for messages of other windows. */
export interface MessageListener {
  /** Whether it looks at who sent the message. */
  checked: boolean
  /** What a message can make it do; null where that is not seen. */
  sink: DomFlow['sink'] | null
  seen: string
}

const HTML_PROPERTIES = /^(?:innerHTML|outerHTML|srcdoc)$/
const JQUERY_HTML = /^(?:html|append|prepend|after|before|replaceWith|wrap)$/
const SANITIZED = /DOMPurify|sanitize|escapeHTML|escapeHtml|setHTML\b/
const SENDER =
  /\.\s*(?:origin|source|isTrusted)\b|\[\s*["']origin["']\s*\]|\{[^{}]{0,200}\b(?:origin|source)\b[^{}]{0,200}\}\s*(?:=|\))/

/** Every place in the script where text of others' choosing reaches something that acts on it. */
export function findDomFlows(taint: Taint): DomFlow[] {
  const { script } = taint
  return script.nodes.flatMap((node) => {
    const sink = sinkOf(node, taint)
    if (!sink) return []
    const source = sourceOf(taint.of(sink.value), sink.kind)
    const seen = excerpt(script.text, node)
    if (!source || SANITIZED.test(seen)) return []
    if (sink.kind === 'navigation' && !startsFree(sink.value, script)) return []
    return [{ source, sink: sink.kind, seen }]
  })
}

interface Sink {
  kind: DomFlow['sink']
  value: AnyNode
}

function sinkOf(node: AnyNode, taint: Taint): Sink | null {
  if (node.type === 'AssignmentExpression') return assignedSink(node, taint)
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null
  const name = calledName(node)
  const [first, second] = node.arguments as AnyNode[]
  if (name === null || !first) return null
  const { callee } = node
  if (callee.type === 'Identifier') {
    if (!taint.isBrowser(callee, /^(?:eval|Function|setTimeout|setInterval|execScript|\$|jQuery)$/)) return null
    if (name === '$' || name === 'jQuery') return { kind: 'html', value: first }
    return { kind: 'code', value: node.arguments.at(name === 'Function' ? -1 : 0) as AnyNode }
  }
  if (callee.type !== 'MemberExpression') return null
  const object = callee.object as AnyNode
  if (name === 'eval' && taint.isBrowser(callee, /^eval$/)) return { kind: 'code', value: first }
  if ((name === 'write' || name === 'writeln') && taint.isBrowser(object, /^document$/))
    return { kind: 'html', value: first }
  if (name === 'insertAdjacentHTML' && second) return { kind: 'html', value: second }
  if (name === 'createContextualFragment' || name === 'parseHTML') return { kind: 'html', value: first }
  if (JQUERY_HTML.test(name) && isJQuery(object)) return { kind: 'html', value: first }
  if ((name === 'assign' || name === 'replace') && taint.isBrowser(object, /^location$/))
    return { kind: 'navigation', value: first }
  return name === 'open' && taint.isBrowser(callee, /^open$/) ? { kind: 'navigation', value: first } : null
}

function assignedSink(node: Extract<AnyNode, { type: 'AssignmentExpression' }>, taint: Taint): Sink | null {
  const { left, right } = node
  if (left.type === 'Identifier')
    return taint.isBrowser(left, /^location$/) ? { kind: 'navigation', value: right } : null
  if (left.type !== 'MemberExpression') return null
  const name = propertyName(left)
  if (name === null) return null
  if (HTML_PROPERTIES.test(name)) return { kind: 'html', value: right }
  if (name === 'location' || (name === 'href' && taint.isBrowser(left.object as AnyNode, /^location$/)))
    return { kind: 'navigation', value: right }
  return name === 'src' && isScript(left.object as AnyNode, taint) ? { kind: 'script_address', value: right } : null
}

function isScript(node: AnyNode, taint: Taint): boolean {
  const made = node.type === 'Identifier' ? taint.script.bindings.get(node)?.writes[0] : node
  return (
    made?.type === 'CallExpression' &&
    calledName(made) === 'createElement' &&
    constantOf(made.arguments[0] as AnyNode, taint.script)?.value === 'script'
  )
}

/** `$(…)`, `jQuery(…)`, and what is chained to them. */
function isJQuery(node: AnyNode): boolean {
  if (node.type !== 'CallExpression') return false
  if (node.callee.type === 'Identifier') return /^(?:\$|jQuery)$/.test(node.callee.name)
  return node.callee.type === 'MemberExpression' && isJQuery(node.callee.object as AnyNode)
}

function sourceOf(kinds: number, sink: DomFlow['sink']): DomFlow['source'] | null {
  if (kinds & KIND.ADDRESS) return 'address'
  if (kinds & KIND.MESSAGE) return 'message'
  if (kinds & KIND.WINDOW_NAME) return 'window_name'
  // a page may send the visitor to its own address, and to where they came from
  if (sink === 'navigation' || (kinds & CHOSEN) === 0) return null
  return kinds & KIND.HREF ? 'address' : 'referrer'
}

/** Whether an attacker chooses the beginning, and with it the scheme and the host. */
function startsFree(value: AnyNode, script: ParsedScript): boolean {
  return constantPrefix(value, script).text === ''
}

/** The listeners for messages of other windows, as far as their function stands in the script and reads the message. */
export function findMessageListeners(taint: Taint): MessageListener[] {
  const { script } = taint
  return script.nodes.flatMap((node) => {
    const fn = listenerIn(node, taint)
    if (!fn) return []
    const text = script.text.slice(fn.start, fn.end)
    if (!/\bdata\b/.test(text)) return []
    const sinks = script.nodes
      .filter((one) => one.start >= fn.start && one.end <= fn.end)
      .flatMap((one) => {
        const sink = sinkOf(one, taint)
        return sink && taint.of(sink.value) & KIND.MESSAGE ? [sink.kind] : []
      })
    return [{ checked: SENDER.test(text), sink: sinks[0] ?? null, seen: excerpt(script.text, fn) }]
  })
}

function listenerIn(node: AnyNode, taint: Taint): FunctionNode | null {
  if (node.type === 'CallExpression' && calledName(node) === 'addEventListener') {
    const [type, listener] = node.arguments as AnyNode[]
    if (!type || constantOf(type, taint.script)?.value !== 'message') return null
    const { callee } = node
    const onWindow =
      (callee.type === 'Identifier' && /\b(?:window|document)\b/.test(taint.script.text)) ||
      (callee.type === 'MemberExpression' && taint.isBrowser(callee.object as AnyNode, /^(?:window|top|globalThis)$/))
    return onWindow ? taint.functionOf(listener) : null
  }
  if (node.type !== 'AssignmentExpression') return null
  const { left } = node
  const ofWindow =
    left.type === 'MemberExpression' &&
    propertyName(left) === 'onmessage' &&
    taint.isBrowser(left.object as AnyNode, /^(?:window|top|globalThis)$/)
  return ofWindow ? taint.functionOf(node.right) : null
}
