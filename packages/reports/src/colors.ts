import type { Brand } from '@lasthash/scanner/report/brand'
import type { Tone } from './blocks.ts'

export interface Palette {
  ink: string
  soft: string
  line: string
  /** Behind code and the heads of tables. */
  shade: string
  link: string
  /** Of the cover and of bands, and what is written on it. */
  band: string
  onBand: string
  softOnBand: string
  /** Of lines in charts and of rules; always readable on white. */
  accent: string
  tones: Record<Tone, { ink: string; tint: string }>
}

const INK = '#131c2e'
const BAND = '#0c1628'
const READABLE = 4.5 // to one (WCAG 2.2, success criterion 1.4.3)

/** Colours of a report on white. A brand's own colour is taken where it can be read, and what stands on it is chosen to be. */
export function paletteOf({ primary }: Brand): Palette {
  if (primary && !/^#[0-9a-f]{6}$/i.test(primary)) throw new TypeError(`“${primary}” is not of the form #rrggbb.`)
  const band = primary ?? BAND
  const dark = contrast(band, '#ffffff') >= READABLE
  // One of white and black can be read on anything.
  const onBand = ['#ffffff', INK].find((one) => contrast(one, band) >= READABLE) ?? '#000000'
  return {
    ink: INK,
    soft: '#4d5970',
    line: '#d5dce6',
    shade: '#f3f5f9',
    link: '#1459b3',
    band,
    onBand,
    softOnBand:
      [0.74, 0.85, 0.93, 1].map((part) => mix(onBand, band, part)).find((one) => contrast(one, band) >= READABLE) ??
      onBand,
    accent: dark && primary ? primary : '#1d4e89',
    tones: {
      critical: { ink: '#8f1239', tint: '#fdeef2' },
      high: { ink: '#c02b1d', tint: '#fdf0ee' },
      medium: { ink: '#955200', tint: '#fdf5e8' },
      low: { ink: '#1c66ad', tint: '#eef5fc' },
      info: { ink: '#59667c', tint: '#f1f3f7' },
      good: { ink: '#0b6e44', tint: '#ebf7f1' },
      bad: { ink: '#c02b1d', tint: '#fdf0ee' },
      neutral: { ink: '#59667c', tint: '#f1f3f7' },
    },
  }
}

/** Which tone a grade has. */
export function gradeTone(grade: string): Tone {
  return ({ A: 'good', B: 'good', C: 'medium', D: 'medium', F: 'bad' } as const)[grade.charAt(0)] ?? 'neutral'
}

function mix(one: string, other: string, part: number): string {
  const [a, b] = [channels(one), channels(other)]
  return `#${a
    .map((value, at) =>
      Math.round(value * part + b[at]! * (1 - part))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}
