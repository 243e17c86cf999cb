import { Screen } from './screen.ts'

/** A number that stands for a person or their money, its check digits right and words about it beside it. */
export interface PersonalNumber {
  kind: 'card' | 'national_id' | 'account'
  name: string
  /** Enough to find it, too little to use it. */
  masked: string
}

interface Form {
  kind: PersonalNumber['kind']
  name: string
  pattern: RegExp
  isValid: (digits: string) => boolean
  /** Words that must stand near. */
  near: RegExp
}

const REACH = 80 // characters before and after, in which a word about the number counts
const MOST = 10
/** Numbers that payment providers give to developers. */
const TEST_CARDS = new Set(
  `4242424242424242 4111111111111111 4000056655665556 5555555555554444 2223003122003222 5200828282828210 5105105105105100
  378282246310005 371449635398431 6011111111111117 6011000990139424 3056930009020004 36227206271667 3566002020360505
  4012888888881881 4222222222222 5454545454545454 4000000000000002 4917610000000000 30569309025904 38520000023237 3530111333300000`.split(
    /\s+/,
  ),
)

export function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function mod97(text: string): number {
  let rest = 0
  for (const character of text) rest = Number(`${rest}${character}`) % 97
  return rest
}

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
const varied = (digits: string) => new Set(digits).size > 3

function iban(text: string): boolean {
  const turned = text.slice(4) + text.slice(0, 4)
  return mod97([...turned].map((one) => Number.parseInt(one, 36)).join('')) === 1
}

function cpf(digits: string): boolean {
  const check = (length: number) => {
    const rest =
      (weighted(
        digits,
        Array.from({ length }, (_, at) => length + 1 - at),
      ) *
        10) %
      11
    return rest % 10 === Number(digits[length])
  }
  return varied(digits) && check(9) && check(10)
}

/** ISO 7064 mod 11,10: the German tax number. */
function taxNumber(digits: string): boolean {
  let product = 10
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (2 * sum) % 11
  }
  return varied(digits) && (11 - product) % 10 === Number(digits[10])
}

const FORMS: readonly Form[] = [
  {
    kind: 'card',
    name: 'payment card',
    pattern:
      /(?<![\w.,%/-])(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|3[47]\d{2}|6(?:011|5\d{2}))(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\w.%/-]*\d)/g,
    isValid: (digits) => varied(digits) && !TEST_CARDS.has(digits) && luhn(digits) && digits.length >= 15,
    near: /card|karte|carte|tarjeta|cvv|cvc|visa|master|amex|expir|\bexp\b|\bpan\b|cc[-_ ]?(?:num|no)/i,
  },
  {
    kind: 'national_id',
    name: 'US social security number',
    pattern: /(?<![\w.-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
    isValid: (digits) => varied(digits) && digits !== '123456789' && digits !== '078051120',
    near: /\bssn\b|social security/i,
  },
  {
    kind: 'national_id',
    name: 'Spanish DNI',
    pattern: /(?<!\w)\d{8}-?[A-HJ-NP-TV-Z](?!\w)/g,
    isValid: (text) =>
      'TRWAGMYFPDXBNJZSQVHLCKE'[Number(text.slice(0, 8)) % 23] === text[8] && text.slice(0, 8) !== '12345678',
    near: /\b(?:dni|nif|documento)\b/i,
  },
  {
    kind: 'national_id',
    name: 'French NIR',
    pattern: /(?<!\w)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?!\w)/g,
    isValid: (digits) => varied(digits) && 97 - (Number(digits.slice(0, 13)) % 97) === Number(digits.slice(13)),
    near: /sécurité sociale|securite sociale|\bnir\b|\bninss\b/i,
  },
  {
    kind: 'national_id',
    name: 'Dutch BSN',
    pattern: /(?<![\w.-])\d{9}(?![\w-])/g,
    isValid: (digits) => varied(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    near: /\bbsn\b|burgerservicenummer|sofinummer/i,
  },
  {
    kind: 'national_id',
    name: 'Polish PESEL',
    pattern: /(?<![\w.-])\d{11}(?![\w-])/g,
    isValid: (digits) =>
      varied(digits) && (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(digits[10]),
    near: /\bpesel\b/i,
  },
  {
    kind: 'national_id',
    name: 'Brazilian CPF',
    pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/g,
    isValid: cpf,
    near: /\bcpf\b/i,
  },
  {
    kind: 'national_id',
    name: 'German tax number',
    pattern: /(?<![\w.-])[1-9]\d{10}(?![\w-])/g,
    isValid: taxNumber,
    near: /steuer-?(?:id|identifikation)|\bidnr\b/i,
  },
  {
    kind: 'account',
    name: 'bank account (IBAN)',
    pattern: /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)/g,
    isValid: (text) => text.length >= 15 && text.length <= 34 && iban(text) && /\d{6}/.test(text),
    near: /iban|account|konto|compte|cuenta|bank/i,
  },
]

const SCREEN = new Screen(FORMS, ({ near }) => [near])

/** Numbers of persons in a text; each kind with its own check digits, and with words about it near. */
export function personalNumbers(text: string): PersonalNumber[] {
  const found = new Map<string, PersonalNumber>()
  for (const { kind, name, pattern, isValid, near } of SCREEN.of(text)) {
    if (!near.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      if (found.size >= MOST) break
      const plain = match[0].replace(/[ .-]/g, '')
      if (!isValid(plain)) continue
      const around = text.slice(Math.max(0, match.index - REACH), match.index + match[0].length + REACH)
      if (near.test(around.replace(match[0], ' ')))
        found.set(plain, { kind, name, masked: `${plain.slice(0, 4)}…${plain.slice(-2)}` })
    }
  }
  return [...found.values()]
}
