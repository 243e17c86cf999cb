import { Parser } from 'htmlparser2'

/** An element of a small XML file, with its lower-case attributes. */
export interface PolicyElement {
  name: string
  attributes: Record<string, string>
}

const MAX_ELEMENTS = 10_000

/** All elements of a cross-domain policy file, provided that its first element is `root`; otherwise null. Never throws. */
export function policyElements(xml: string, root: string): PolicyElement[] | null {
  const elements: PolicyElement[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (elements.length < MAX_ELEMENTS)
          elements.push({ name: name.toLowerCase(), attributes: lowerKeys(attributes) })
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return elements[0]?.name === root ? elements : null
}

function lowerKeys(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]))
}
