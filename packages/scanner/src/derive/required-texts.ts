import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** Characters that a text has at least, or it is in every page. */
const LEAST = 3
/** So many tell a text apart; longer ones only cost more. */
const ENOUGH = 16
const MOST_OF_CLASS = 8 // characters of a class that are tried one by one
const MOST = 40 // texts for one pattern; beyond, one of them is nearly always there

/** What stands in nearly every page tells nothing apart. */
const COMMON =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title><meta name="description" content=""><link rel="stylesheet" href="/"><script type="text/javascript" src="https://www."></script></head><body class=""><div id=""><div class=""></div><h1></h1><h2></h2><p class=""><ul><li><a href="https://www."></a><img src="" alt=""><form action="" method="post"><input type="text" name="" value=""><input type="hidden" id=""><input type="submit"><button><table><tr><td><span style=""></span></form></body></html>'

/** Of these texts a match holds at least one; null where nothing can be told. */
type Required = readonly string[] | null

/**
 * Texts (ASCII, lower case) of which at least one occurs, in whatever case, in everything that `pattern` matches; null where
 * the pattern has none. Looking for them tells in advance that a pattern cannot match.
 */
export function requiredTexts(pattern: RegExp): Required {
  const parsed = new RegExpParser().parsePattern(pattern.source, undefined, undefined, {
    unicode: pattern.unicode,
    unicodeSets: pattern.unicodeSets,
  })
  // Under both flags, the long s and the sign for Kelvin match letters that they are not (ECMA-262, Canonicalize).
  const isOdd = (letter: string) =>
    pattern.ignoreCase && (pattern.unicode || pattern.unicodeSets) && /[ks]/.test(letter)
  const required = ofAny(parsed.alternatives, isOdd)
  return required && [...new Set(required.map((text) => text.slice(-ENOUGH)))]
}

type IsOdd = (letter: string) => boolean

function ofAny(alternatives: readonly AST.Alternative[], isOdd: IsOdd): Required {
  const all: string[] = []
  for (const { elements } of alternatives) {
    const one = ofSequence(elements, isOdd)
    if (!one) return null
    all.push(...one)
  }
  return all.length <= MOST ? all : null
}

/** The best of what the parts of a sequence require. */
function ofSequence(elements: readonly AST.Element[], isOdd: IsOdd): Required {
  let best: Required = null
  /** Everything that the parts just read may stand for. */
  let run: readonly string[] = ['']
  const consider = (one: Required) => {
    if (one && worth(one) > worth(best)) best = one
  }
  const end = (next: readonly string[] = ['']) => {
    if (run.every(({ length }) => length >= LEAST)) consider(run)
    run = next
  }
  const walk = (parts: readonly AST.Element[]) => {
    for (const part of parts) {
      if (part.type === 'Assertion') continue // stands between two characters, takes none
      const spelled = spellings(part, isOdd)
      if (spelled) {
        if (run.length * spelled.length > MOST) end(spelled)
        else run = run.flatMap((before) => spelled.map((text) => before + text))
      } else if (isGroup(part) && part.alternatives.length === 1) walk(part.alternatives[0]!.elements)
      else {
        end()
        if (isGroup(part)) consider(ofAny(part.alternatives, isOdd))
        else if (part.type === 'Quantifier' && part.min > 0) consider(ofSequence([part.element], isOdd))
      }
    }
  }
  walk(elements)
  end()
  return best
}

/** All texts that a part matches, where those are few; null where they are not, or not ASCII. */
function spellings(part: AST.Element, isOdd: IsOdd): readonly string[] | null {
  if (part.type === 'Character') {
    const letter = String.fromCodePoint(part.value).toLowerCase()
    return part.value < 128 && !isOdd(letter) ? [letter] : null
  }
  if (part.type === 'CharacterClass') {
    if (part.negate || part.elements.length === 0 || part.elements.length > MOST_OF_CLASS) return null
    return unique(part.elements.map((one) => (one.type === 'Character' ? spellings(one, isOdd) : null)))
  }
  if (part.type === 'Quantifier' && part.min === 0 && part.max === 1) {
    const once = spellings(part.element, isOdd)
    return once && unique([[''], once])
  }
  if (!isGroup(part)) return null
  return unique(part.alternatives.map(({ elements }) => spelledOut(elements, isOdd)))
}

function spelledOut(elements: readonly AST.Element[], isOdd: IsOdd): readonly string[] | null {
  let texts: readonly string[] = ['']
  for (const element of elements) {
    if (element.type === 'Assertion') continue
    const spelled = spellings(element, isOdd)
    if (!spelled || texts.length * spelled.length > MOST) return null
    texts = texts.flatMap((before) => spelled.map((text) => before + text))
  }
  return texts
}

function unique(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  const all = parts.flatMap((part) => part ?? [])
  return parts.includes(null) || all.length > MOST ? null : [...new Set(all)]
}

function isGroup(part: AST.Element): part is AST.Group | AST.CapturingGroup {
  return part.type === 'CapturingGroup' || (part.type === 'Group' && part.modifiers === null)
}

/** Long texts are rare; of many, one is there the more easily. */
function worth(required: Required): number {
  if (!required) return 0
  const telling = required.map((text) => (COMMON.includes(text) ? 1 : Math.min(text.length, ENOUGH)))
  return Math.min(...telling) - Math.log2(required.length) / 100
}
