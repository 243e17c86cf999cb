import type { Grade } from '../score.ts'
import { type Html, html } from './escape.ts'

const SIZE = 200
const RADIUS = 84
/** The arc leaves a quarter open at the bottom. Degrees, clockwise from the right. */
const FROM = 135
const SWEEP = 270
const TICKS = [60, 70, 80, 90, 97] // where grades begin

/** The score as a ring. Drawn by attributes only, so that a page without inline styles can hold it. */
export function gauge(score: number, grade: Grade): Html {
  const [start, end] = [at(0, RADIUS), at(100, RADIUS)]
  const arc = `M ${start} A ${RADIUS} ${RADIUS} 0 1 1 ${end}`
  const ticks = TICKS.map((tick) => `M ${at(tick, RADIUS - 14)} L ${at(tick, RADIUS - 10)}`).join(' ')
  return html`<svg class="gauge ${gradeClass(grade)}" viewBox="0 0 ${SIZE} 178" role="img" aria-label="Security score ${score} of 100, grade ${grade}">
<path class="track" d="${arc}"/><path class="ticks" d="${ticks}"/>
<path class="value" d="${arc}" pathLength="100" stroke-dasharray="${score} 101"/>
<text class="number" x="100" y="112" text-anchor="middle">${score}</text>
<text class="of" x="100" y="134" text-anchor="middle">of 100</text>
<text class="letter" x="100" y="172" text-anchor="middle">${grade}</text>
</svg>`
}

/** `grade-a` for A and A+, and so on. */
export function gradeClass(grade: Grade): string {
  return `grade-${grade.charAt(0).toLowerCase()}`
}

/** The point for a score on a ring of that radius. */
function at(score: number, radius: number): string {
  const angle = ((FROM + (SWEEP * score) / 100) * Math.PI) / 180
  const middle = SIZE / 2
  return `${(middle + radius * Math.cos(angle)).toFixed(2)} ${(middle + radius * Math.sin(angle)).toFixed(2)}`
}
