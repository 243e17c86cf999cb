import { type AnyNode, type Identifier, Parser, type Program } from 'acorn'

export type { AnyNode } from 'acorn'
export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>

/** Characters of one script that are parsed; what is longer is a bundle of libraries, and costs seconds. */
const MAX_SCRIPT = 3_000_000

/** A variable: where it is written, and the function that it names. */
export interface Binding {
  name: string
  /** False for a name that nothing in the script declares: the browser's, or another script's. */
  declared: boolean
  /** Every expression that is assigned to it; null for one that is not known, such as a parameter's. */
  writes: (AnyNode | null)[]
  fn: FunctionNode | null
}

/** A parsed script, and which variable each name in it means. */
export interface ParsedScript {
  text: string
  /** Every node, parents before children, in the order of the text. */
  nodes: readonly AnyNode[]
  bindings: ReadonlyMap<AnyNode, Binding>
  /** The function around each `this` and `return`, arrow functions passed over for `this`; null at the top. */
  within: ReadonlyMap<AnyNode, FunctionNode | null>
  /** What is kept under a property, where the script writes a property of that name only once. */
  properties: ReadonlyMap<string, AnyNode>
}

/** Keeps the statements that are whole, of a script whose end is missing. */
const CutParser = Parser.extend(
  (Base) =>
    class extends (Base as unknown as new (...given: unknown[]) => { parseTopLevel(program: Program): Program }) {
      override parseTopLevel(program: Program): Program {
        program.body = []
        try {
          return super.parseTopLevel(program)
        } catch (error) {
          if (program.body.length === 0 || !(error instanceof SyntaxError)) throw error
          return Object.assign(program, { type: 'Program' as const })
        }
      }
    } as unknown as typeof Parser,
)

/**
 * Parses a script as browsers do, first as a classic one, then as a module. Null where it is neither, or too long. Of a script
 * that was cut off, the statements at the top that are whole.
 */
export function parseScript(text: string, isCut = false): ParsedScript | null {
  if (text.length > MAX_SCRIPT) return null
  for (const sourceType of ['script', 'module'] as const) {
    try {
      const program = (isCut ? CutParser : Parser).parse(text, {
        ecmaVersion: 'latest',
        sourceType,
        allowHashBang: true,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
      })
      return resolve(text, program)
    } catch {
      // a syntax error, or nesting that no stack holds
    }
  }
  return null
}

/** Fields that never hold a node. */
const SCALAR = new Set(
  'type start end raw name operator kind computed static method shorthand optional async generator prefix delegate regex bigint sourceType directive'.split(
    ' ',
  ),
)
const fieldsByType = new Map<string, readonly string[]>()

/** The nodes directly below, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = []
  let fields = fieldsByType.get(node.type)
  if (!fields) {
    fields = Object.keys(node).filter((field) => !SCALAR.has(field))
    fieldsByType.set(node.type, fields)
  }
  for (const field of fields) {
    const value = (node as unknown as Record<string, unknown>)[field]
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) children.push(one)
    } else if (isNode(value)) children.push(value)
  }
  return children
}

export function isFunction(node: AnyNode | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  )
}

/** The function that an expression names, as far as the script tells. */
export function functionNamed(node: AnyNode | null | undefined, script: ParsedScript): FunctionNode | null {
  if (isFunction(node)) return node
  if (node?.type === 'Identifier') return script.bindings.get(node)?.fn ?? null
  if (node?.type !== 'MemberExpression') return null
  const name = propertyName(node)
  if (name === 'bind' || name === 'call' || name === 'apply') return functionNamed(node.object as AnyNode, script)
  const kept = name === null ? undefined : script.properties.get(name)
  return isFunction(kept) ? kept : null
}

/** The name of a property as far as it stands in the text: `a.b`, `a['b']`, `{b: …}`. */
export function propertyName(node: AnyNode): string | null {
  if (node.type === 'MemberExpression')
    return node.computed ? literalString(node.property) : (node.property as Identifier).name
  if (node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
    return !node.computed && node.key.type === 'Identifier' ? node.key.name : literalString(node.key)
  return null
}

function literalString(node: AnyNode): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

interface Scope {
  names: Map<string, Binding>
  /** The scope into which `var` goes. */
  home: Scope
  parent: Scope | null
}

function scopeIn(parent: Scope | null, ofFunction: boolean): Scope {
  const scope = { names: new Map(), parent } as unknown as Scope
  scope.home = ofFunction || !parent ? scope : parent.home
  return scope
}

/** One walk that declares and collects, then one that looks every name up: `var` counts before it stands. */
function resolve(text: string, program: Program): ParsedScript {
  const nodes: AnyNode[] = []
  const within = new Map<AnyNode, FunctionNode | null>()
  const uses: [Identifier, Scope][] = []
  const writes: [target: AnyNode, value: AnyNode | null][] = []
  const properties = new Map<string, AnyNode | null>()
  const top = scopeIn(null, true)

  const declare = (pattern: AnyNode, scope: Scope) => {
    for (const { name } of namesIn(pattern))
      if (!scope.names.has(name)) scope.names.set(name, { name, declared: true, writes: [], fn: null })
  }
  const keep = (name: string | null, value: AnyNode | null | undefined) => {
    if (name !== null) properties.set(name, properties.has(name) ? null : (value ?? null))
  }

  const visit = (node: AnyNode, scope: Scope, fn: FunctionNode | null, owner: FunctionNode | null): void => {
    nodes.push(node)
    let inner = scope
    let [innerFn, innerOwner] = [fn, owner]
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        if (node.type === 'FunctionDeclaration' && node.id) {
          declare(node.id, scope.home)
          writes.push([node.id, node])
        }
        inner = scopeIn(scope, true)
        if (node.type === 'FunctionExpression' && node.id) {
          declare(node.id, inner)
          writes.push([node.id, node])
        }
        for (const param of node.params) {
          declare(param, inner)
          for (const name of namesIn(param)) writes.push([name, null])
        }
        innerFn = node
        if (node.type !== 'ArrowFunctionExpression') innerOwner = node
        break
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        inner = scopeIn(scope, false)
        break
      case 'CatchClause':
        inner = scopeIn(scope, false)
        if (node.param) declare(node.param, inner)
        break
      case 'ClassDeclaration':
        if (node.id) declare(node.id, scope)
        break
      case 'VariableDeclaration':
        for (const { id } of node.declarations) declare(id, node.kind === 'var' ? scope.home : scope)
        break
      case 'VariableDeclarator':
        if (node.init) writes.push([node.id, node.init])
        break
      case 'ImportDeclaration':
        for (const { local } of node.specifiers) declare(local, scope)
        break
      case 'AssignmentExpression':
        writes.push([node.left, node.operator === '=' ? node.right : null])
        keep(propertyName(node.left), node.operator === '=' ? node.right : null)
        break
      case 'Property':
      case 'MethodDefinition':
        keep(propertyName(node), node.value as AnyNode)
        break
      case 'ThisExpression':
        within.set(node, owner)
        break
      case 'ReturnStatement':
        within.set(node, fn)
        break
      case 'Identifier':
        uses.push([node, scope])
        break
    }
    if (node.type === 'Identifier' || node.type === 'Literal') return
    for (const child of childrenOf(node)) {
      // a name after a dot, and a key, mean no variable
      if (node.type === 'MemberExpression' && child === node.property && !node.computed) continue
      if (node.type === 'Property' && child === node.key && !node.computed && !node.shorthand) continue
      visit(child, inner, innerFn, innerOwner)
    }
  }
  visit(program, top, null, null)

  const bindings = new Map<AnyNode, Binding>()
  for (const [use, scope] of uses) {
    let at: Scope | null = scope
    while (at && !at.names.has(use.name)) at = at.parent
    if (!at) top.names.set(use.name, { name: use.name, declared: false, writes: [], fn: null })
    bindings.set(use, (at ?? top).names.get(use.name)!)
  }
  for (const [target, value] of writes) {
    for (const name of namesIn(target)) {
      const binding = bindings.get(name)
      if (!binding) continue
      const whole = target.type === 'Identifier' ? value : null
      binding.writes.push(whole)
      if (isFunction(whole)) binding.fn = whole
    }
  }
  const once = [...properties].filter((one): one is [string, AnyNode] => one[1] !== null)
  return { text, nodes, bindings, within, properties: new Map(once) }
}

/** The names that a pattern declares or writes; none for a member expression. */
function namesIn(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? namesIn(one) : []))
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => namesIn(one.type === 'Property' ? one.value : one.argument))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}
