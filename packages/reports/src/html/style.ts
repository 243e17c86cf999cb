import type { Palette } from '../colors.ts'

const TONES = ['critical', 'high', 'medium', 'low', 'info', 'good', 'bad', 'neutral'] as const
/** Readable on the dark card (4.5 to 1). */
const DARK: Record<(typeof TONES)[number], [ink: string, tint: string]> = {
  critical: ['#ff7a9c', '#331420'],
  high: ['#ff8a7a', '#331a18'],
  medium: ['#f3b04c', '#2e2413'],
  low: ['#74b6f7', '#14263a'],
  info: ['#a3b0c5', '#1d2738'],
  good: ['#4ccb92', '#12291f'],
  bad: ['#ff8a7a', '#331a18'],
  neutral: ['#a3b0c5', '#1d2738'],
}

/** The page's whole style sheet, a constant for a brand, so that a Content-Security-Policy can name it by its hash. */
export function styleOf(palette: Palette, brand: string): string {
  const tones = TONES.map(
    (tone) => `--${tone}: ${palette.tones[tone].ink}; --${tone}-tint: ${palette.tones[tone].tint};`,
  )
  const dark = TONES.map((tone) => `--${tone}: ${DARK[tone][0]}; --${tone}-tint: ${DARK[tone][1]};`)
  const classes = TONES.map((tone) => `.${tone} { --tone: var(--${tone}); --tint: var(--${tone}-tint); }`)
  const name = `"${brand.replace(/[^A-Za-z0-9 ]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
  return `
:root { color-scheme: light dark; --paper: #f4f6f9; --card: #fff; --ink: ${palette.ink}; --soft: ${palette.soft}; --line: ${palette.line}; --shade: ${palette.shade}; --link: ${palette.link}; --accent: ${palette.accent}; --band: ${palette.band}; --on-band: ${palette.onBand}; --soft-on-band: ${palette.softOnBand}; ${tones.join(' ')} }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #0d1420; --card: #151e2d; --ink: #e7ecf4; --soft: #a3b0c5; --line: #29354a; --shade: #0f1725; --link: #7fb6ff; --accent: #7fb6ff; ${dark.join(' ')} } }
${classes.join('\n')}
* { box-sizing: border-box; margin: 0; padding: 0; min-width: 0; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid #3b8bff; outline-offset: 2px; border-radius: 3px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .86em; unicode-bidi: isolate; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; background: #fff; color: #131c2e; padding: .5rem 1rem; border-radius: 6px; }
.band, main, footer { padding-inline: max(clamp(16px, 4vw, 40px), calc((100% - 940px) / 2)); }
.band { background: var(--band); color: var(--on-band); padding-block: 20px 34px; }
.top { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
.brand { display: inline-flex; align-items: center; gap: .55rem; font-weight: 650; font-size: 1.06rem; }
.brand img { background: #fff; padding: 3px; border-radius: 4px; }
.label, .subtitle, .about dt { color: var(--soft-on-band); }
.label { text-align: end; font-size: .9rem; }
h1 { font-size: clamp(1.7rem, 5vw, 2.6rem); letter-spacing: -.02em; margin-top: 34px; }
.subtitle { margin-top: 6px; font-size: 1.06rem; }
.about { display: flex; flex-wrap: wrap; gap: .8rem 2.4rem; margin-top: 1.6rem; font-size: .92rem; }
.about dt { font-size: .8rem; }
.about a { color: inherit; }
main { padding-block: 8px 40px; background: var(--card); }
main > * { margin-top: 12px; }
main .size-1, .contents h2 { font-size: 1.55rem; letter-spacing: -.015em; margin-top: 52px; }
main .size-2 { font-size: 1.16rem; margin-top: 34px; }
main .size-3 { font-size: .98rem; margin-top: 20px; }
h2, h3, h4 { scroll-margin-top: 16px; }
:is(h2, h3, h4):is(.critical, .high, .medium, .low, .info, .good, .bad, .neutral), .tone { color: var(--tone); }
.aside { color: var(--soft); font-weight: 400; font-size: .9rem; float: inline-end; margin-inline-start: 1rem; }
.soft, .small { color: var(--soft); }
.small, small { font-size: .88rem; }
.lead { font-size: 1.12rem; }
.list { padding-inline-start: 1.3em; }
.list li { margin-top: 4px; }
.facts { display: grid; gap: 10px 28px; font-size: .94rem; grid-template-columns: repeat(auto-fill, minmax(min(var(--least, 300px), 100%), 1fr)); }
.across-1 { --least: 100%; } .across-3 { --least: 220px; } .across-4 { --least: 170px; }
dt { color: var(--soft); font-size: .82rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .94rem; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: start; vertical-align: top; padding: 8px 14px 8px 0; border-bottom: 1px solid var(--line); }
th { border-bottom: 2px solid var(--ink); color: var(--soft); font-size: .82rem; vertical-align: bottom; }
th, .end { overflow-wrap: normal; }
.wide > table { min-width: 34rem; }
.end { text-align: end; padding-inline: 14px 0; }
td small { display: block; color: var(--soft); }
pre { background: var(--shade); border-radius: 6px; padding: 10px 12px; white-space: pre-wrap; line-height: 1.5; text-align: left; }
figcaption { color: var(--soft); font-size: .84rem; margin-bottom: 4px; }
figure { margin-top: 14px; }
.notice { background: var(--tint); border-inline-start: 4px solid var(--tone); padding: 12px 16px; border-radius: 0 6px 6px 0; }
.tiles { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(104px, 46%), 1fr)); gap: 14px; margin-top: 22px; }
.tiles li { border-top: 4px solid var(--tone); padding-top: 8px; }
.tiles b { display: block; font-size: 1.9rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.tiles .long { font-size: 1.25rem; line-height: 1.75; }
.tiles span, .tiles small { color: var(--soft); display: block; font-size: .88rem; }
.score { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 28px; align-items: center; margin-top: 22px; }
.score path { fill: none; stroke-width: 14; stroke: var(--line); }
.score .value { stroke: var(--tone); }
.score text { fill: var(--ink); font-weight: 700; }
.score .number { font-size: 56px; } .score .of { font-size: 14px; font-weight: 400; fill: var(--soft); } .score .letter { font-size: 30px; fill: var(--tone); }
.verdict { font-size: 1.2rem; text-wrap: pretty; }
.verdict + p { margin-top: 6px; }
.chart { margin-top: 26px; }
.chart figcaption { font-weight: 650; color: var(--ink); font-size: .92rem; }
.chart svg { display: block; width: 100%; min-width: 480px; height: auto; overflow: visible; }
.chart svg text { font-size: 8px; fill: var(--ink); }
.chart .bold { font-weight: 700; }
polyline { fill: none; stroke-linejoin: round; }
polyline.ink { stroke: var(--ink); } polyline.soft { stroke: var(--soft); } polyline.line { stroke: var(--line); } polyline.accent { stroke: var(--accent); }
.chart svg text.soft { fill: var(--soft); }
circle.accent { fill: var(--accent); } circle.soft { fill: var(--soft); } circle.hollow { fill: var(--card); stroke: var(--soft); }
.fill { fill: var(--tone); } .tint { fill: var(--tint); } .edge { stroke: var(--tone); stroke-width: .8; }
details { margin-top: 4px; font-size: .88rem; }
summary { color: var(--link); cursor: pointer; width: fit-content; }
.group { border-inline-start: 4px solid var(--tone); padding-inline-start: 18px; margin-top: 30px; }
.group > * { margin-top: 10px; }
.group > :first-child, main .group > :first-child { margin-top: 0; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 0 36px; }
.contents ol { list-style: none; }
.contents li { margin-top: 3px; }
.contents a { color: inherit; text-decoration-color: var(--line); }
.contents .level-1 { font-weight: 650; margin-top: 12px; }
.contents .level-2 { padding-inline-start: 1.2em; } .contents .level-3 { padding-inline-start: 2.4em; }
footer { color: var(--soft); font-size: .86rem; padding-block: 26px 40px; }
@media screen and (max-width: 560px) {
  .score { grid-template-columns: minmax(0, 1fr); } .score svg { width: 180px; margin-inline: auto; }
  .group { padding-inline-start: 12px; }
}
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #4d5970; } @bottom-left { content: ${name}; font: 8pt system-ui, sans-serif; color: #4d5970; } }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10.5px; } body { background: #fff; font-size: 9.4pt; line-height: 1.42; }
  .band, main, footer { padding-inline: 0; }
  .band { background: #fff; color: var(--ink); border-bottom: 2px solid var(--band); padding-block: 0 14pt; }
  .label, .subtitle, .about dt { color: var(--soft); }
  .skip, details { display: none; }
  h2, h3, h4, figcaption { break-after: avoid; }
  tr, .notice, .tiles, .score, .chart, .facts > div { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  .scroll { overflow: visible; } .chart svg, .wide > table { min-width: 0; }
  a { color: inherit; text-decoration: none; }
}
`
}
