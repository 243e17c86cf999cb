/** The report page's whole style. A constant, so that a Content-Security-Policy can name it by its hash. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f4f6f9; --card: #fff; --ink: #131c2e; --soft: #4d5970; --line: #dde3ec; --code: #f3f5f9; --link: #1459b3;
  --band: #0c1628; --band-ink: #fff; --band-soft: #b3c0d6;
  --critical: #8f1239; --high: #c02b1d; --medium: #a35a00; --low: #1c66ad; --info: #59667c;
  --critical-tint: #fdeef2; --high-tint: #fdf0ee; --medium-tint: #fdf5e8; --low-tint: #eef5fc; --info-tint: #f1f3f7;
  --good: #0b7a4b; --neutral: #8d99ad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1420; --card: #151e2d; --ink: #e7ecf4; --soft: #a3b0c5; --line: #29354a; --code: #0f1725; --link: #7fb6ff;
    --band: #080e19;
    --critical: #ff7a9c; --high: #ff8a7a; --medium: #f3b04c; --low: #74b6f7; --info: #a3b0c5;
    --critical-tint: #331420; --high-tint: #331a18; --medium-tint: #2e2413; --low-tint: #14263a; --info-tint: #1d2738;
    --good: #4ccb92; --neutral: #6c7a92;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; min-width: 0; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid #3b8bff; outline-offset: 2px; border-radius: 3px; }
code, pre, .check { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .86em; unicode-bidi: isolate; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; background: #fff; color: #131c2e; padding: .5rem 1rem; border-radius: 6px; }
.top, .hero, main, footer { max-width: 1080px; margin-inline: auto; padding-inline: clamp(16px, 4vw, 40px); }

.band { background: var(--band); color: var(--band-ink); padding-bottom: 76px; }
.top { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding-block: 18px; }
.brand { display: inline-flex; align-items: center; gap: .55rem; font-weight: 650; letter-spacing: -.01em; font-size: 1.06rem; }
.brand svg { width: 26px; height: 26px; color: #5ad1c0; }
.kind { color: var(--band-soft); font-size: .85rem; text-align: end; }
.files { display: block; } .files a { color: inherit; padding: 4px 3px; }
.hero { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 24px 56px; align-items: center; padding-block: 22px 12px; }
.hero h1 { font-size: clamp(1.6rem, 4.6vw, 2.7rem); font-weight: 700; letter-spacing: -.025em; line-height: 1.12; }
.verdict { text-wrap: pretty; margin-top: .8rem; font-size: clamp(1.02rem, 2vw, 1.2rem); max-width: 38rem; }
.hero dl { display: flex; flex-wrap: wrap; gap: .7rem 2.2rem; margin-top: 1.5rem; font-size: .9rem; }
.hero dl div { max-width: 100%; }
.hero dt { color: var(--band-soft); font-size: .78rem; }
.gauge { width: clamp(190px, 23vw, 236px); height: auto; display: block; }
.gauge path { fill: none; }
.gauge .track { stroke: #22304a; stroke-width: 13; }
.gauge .value { stroke: var(--grade); stroke-width: 13; }
.gauge .ticks { stroke: #6a7b98; stroke-width: 1.6; }
.gauge text { fill: #fff; font-weight: 700; }
.gauge .number { font-size: 60px; letter-spacing: -.04em; }
.gauge .of { font-size: 13px; font-weight: 400; fill: #b3c0d6; }
.gauge .letter { font-size: 30px; fill: var(--grade); }
.grade-a { --grade: #3fd08d; } .grade-b { --grade: #a5d84a; } .grade-c { --grade: #f6c445; } .grade-d { --grade: #fb9a4b; } .grade-f { --grade: #ff6b6b; }

main { padding-bottom: 24px; }
main > section { margin-top: 48px; }
h2 { font-size: 1.38rem; letter-spacing: -.015em; margin-bottom: 16px; }
.card, .counts ul { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
main > .counts { margin-top: -52px; }
.counts ul { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); overflow: hidden; box-shadow: 0 8px 24px #0c162814; }
.counts li { padding: 18px clamp(6px, 2vw, 22px) 16px; border-inline-start: 1px solid var(--line); border-top: 4px solid var(--tone); }
.counts li:first-child { border-inline-start: 0; }
.counts b { display: block; font-size: clamp(1.6rem, 4vw, 2.2rem); line-height: 1.1; font-variant-numeric: tabular-nums; letter-spacing: -.03em; }
.counts span { color: var(--soft); font-size: .88rem; text-transform: capitalize; overflow-wrap: normal; }
.counts .none b { color: var(--soft); font-weight: 400; }
.counts p { margin-top: 10px; color: var(--soft); font-size: .9rem; }
.critical { --tone: var(--critical); --tint: var(--critical-tint); }
.high { --tone: var(--high); --tint: var(--high-tint); }
.medium { --tone: var(--medium); --tint: var(--medium-tint); }
.low { --tone: var(--low); --tint: var(--low-tint); }
.info { --tone: var(--info); --tint: var(--info-tint); }

#first ol { counter-reset: step; }
#first li { display: flex; gap: 16px; padding: 16px 20px; border-top: 1px solid var(--line); counter-increment: step; }
#first li:first-child { border-top: 0; }
#first li::before { content: counter(step); flex: none; width: 28px; height: 28px; border-radius: 50%; background: var(--tint); color: var(--tone); font-weight: 700; font-size: .9rem; display: grid; place-items: center; }
#first li > div { flex: 1; }
#first h3 { font-size: 1rem; }
#first h3 a { color: inherit; text-decoration-color: var(--line); }
#first h3 a:hover { text-decoration-color: currentColor; }
#first p { color: var(--soft); font-size: .94rem; margin-top: 2px; }
#first .gain { margin-top: 12px; color: var(--ink); }
.impact { flex: none; color: var(--soft); font-variant-numeric: tabular-nums; font-size: .92rem; }

.group { margin-top: 28px; }
.group:first-of-type { margin-top: 0; }
.group-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 14px; margin-bottom: 10px; }
.group-head h3 { font-size: 1.06rem; color: var(--tone, var(--ink)); }
.group-head .count { font-weight: 400; }
.group-head p { color: var(--soft); font-size: .9rem; }
.finding { background: var(--card); border: 1px solid var(--line); border-inline-start: 4px solid var(--tone); border-radius: 8px; margin-bottom: 8px; }
.finding > summary { display: grid; grid-template-columns: minmax(0, 1fr) auto 14px; gap: 4px 14px; align-items: center; padding: 13px 16px; cursor: pointer; list-style: none; border-radius: 8px; }
summary::-webkit-details-marker { display: none; }
.finding > summary::after { content: ""; grid-column: 3; width: 8px; height: 8px; border: solid var(--soft); border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg); }
.finding[open] > summary::after { transform: translateY(2px) rotate(225deg); }
.finding > summary:hover { background: var(--tint); }
.finding h4 { font-size: 1rem; font-weight: 620; }
.meta { display: block; color: var(--soft); font-size: .86rem; }
.aside .finding { --tone: var(--neutral); }
.body { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 22px 36px; padding: 18px 20px 22px; border-top: 1px solid var(--line); scroll-margin-top: 96px; }
.body > .places, .body > .proof, .body > .facts { grid-column: 1 / -1; }
h5 { font-size: .82rem; color: var(--soft); font-weight: 650; margin-bottom: 6px; }
.body p + p, .body figure { margin-top: 10px; }
.seen code { background: var(--tint); padding: 1px 6px; border-radius: 4px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.seen span { color: var(--soft); font-size: .9rem; }
figcaption { color: var(--soft); font-size: .8rem; margin-bottom: 3px; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; white-space: pre-wrap; max-height: 24rem; overflow: auto; line-height: 1.5; text-align: left; }
.places li { padding: 3px 0; }
.method, .parameter { border: 1px solid var(--line); border-radius: 4px; padding: 0 6px; font-size: .8rem; color: var(--soft); }
.more > summary { color: var(--link); cursor: pointer; padding: 4px 0; width: fit-content; list-style: none; }
.more > summary::before { content: "+ "; }
.more[open] > summary::before { content: "− "; }
.untold { color: var(--soft); font-size: .9rem; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12px 16px; }
.pair figure { margin: 0; display: flex; flex-direction: column; }
.pair pre { flex: 1; }
.pair .wide { grid-column: 1 / -1; }
.facts dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(150px, 100%), 1fr)); gap: 10px 28px; font-size: .9rem; }
.facts dt { color: var(--soft); font-size: .8rem; }
.facts div:last-child { grid-column: 1 / -1; }

#coverage .card, #score .card { padding: 22px clamp(16px, 3vw, 26px); }
.bar { display: block; width: 100%; height: 12px; border-radius: 6px; overflow: hidden; }
.passed { --status: var(--good); } .failed { --status: var(--high); } .skipped { --status: #c3ccd9; } .not_gathered { --status: #7d6fb3; } .error { --status: var(--ink); }
rect { fill: var(--status); }
i { display: inline-block; width: 10px; height: 10px; border-radius: 3px; background: var(--status); margin-inline-end: 7px; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 24px; margin-top: 12px; font-size: .92rem; }
.notice { background: var(--info-tint); border-radius: 8px; padding: 12px 16px; margin-top: 18px; font-size: .94rem; }
.notice h3 { font-size: .94rem; margin-bottom: 2px; }
.spent { color: var(--soft); font-size: .92rem; margin: 16px 0 8px; }
.family h3 { font-size: .94rem; margin: 18px 0 4px; }
.family li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 12px; padding: 7px 0; border-top: 1px solid var(--line); font-size: .92rem; }
.status { color: var(--soft); font-size: .86rem; }
.family .check { color: var(--soft); }
.reason { display: block; color: var(--soft); font-size: .88rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 6px; border-top: 1px solid var(--line); text-align: end; font-weight: 400; vertical-align: baseline; }
th:first-child { text-align: start; padding-inline-start: 0; }
thead th { border-top: 0; color: var(--soft); font-size: .82rem; }
tfoot th, tfoot td { border-top: 2px solid var(--ink); font-weight: 650; }
.dot { display: inline-block; width: 10px; height: 10px; border-radius: 50%; background: var(--tone); margin-inline-end: 9px; }
#score p { color: var(--soft); font-size: .92rem; margin-top: 16px; max-width: 46rem; }
.empty { color: var(--good); font-weight: 600; }
footer { color: var(--soft); font-size: .86rem; padding-block: 28px 44px; }

@media screen and (max-width: 720px) {
  .hero { grid-template-columns: minmax(0, 1fr); }
  .gauge { margin-inline: auto; }
  .body, .pair { grid-template-columns: minmax(0, 1fr); }
  .finding > summary { padding: 12px 12px 12px 14px; }
  .impact span { display: none; }
  .body { padding: 16px 14px 18px; }
  .counts span { font-size: .76rem; }
  #first li { padding: 14px; gap: 12px; }
  .family li { grid-template-columns: minmax(0, 1fr); gap: 0; }
}

@page { size: A4; margin: 15mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #4d5970; } @bottom-left { content: "LastHash security report"; font: 8pt system-ui, sans-serif; color: #4d5970; } }
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #131c2e; --soft: #4d5970; --line: #cfd6e2; --code: #f6f7fa; --link: #131c2e;
    --critical: #8f1239; --high: #c02b1d; --medium: #a35a00; --low: #1c66ad; --info: #59667c;
    --critical-tint: #fdeef2; --high-tint: #fdf0ee; --medium-tint: #fdf5e8; --low-tint: #eef5fc; --info-tint: #f1f3f7;
    --good: #0b7a4b; --band: #fff; --band-ink: #131c2e; --band-soft: #4d5970; color-scheme: light;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 12px; }
  body { font-size: 8.8pt; line-height: 1.4; }
  .top, .hero, main, footer { max-width: none; padding-inline: 0; }
  .band { padding-bottom: 0; }
  .top { border-bottom: 2px solid var(--ink); padding-block: 0 8pt; }
  .brand svg { color: #0d7f70; }
  .hero { grid-template-columns: minmax(0, 1fr) auto; }
  .hero h1 { font-size: 22pt; }
  .gauge { width: 42mm; }
  .gauge .track { stroke: #e3e8f0; } .gauge text, .gauge .of { fill: #131c2e; }
  .grade-a { --grade: #0b7a4b; } .grade-b { --grade: #5f8a0c; } .grade-c { --grade: #b97a00; } .grade-d { --grade: #c75a0c; } .grade-f { --grade: #c02b1d; }
  main > section, main > .counts { margin-top: 18pt; }
  .counts ul { box-shadow: none; }
  .skip, .finding > summary::after, .more > summary { display: none; }
  .finding > summary { grid-template-columns: minmax(0, 1fr) auto; }
  #findings, #coverage { break-before: page; }
  h2, h3, h4, h5, figcaption, .group-head, .finding > summary { break-after: avoid; }
  #first li, .counts ul, tr, .family li, .places li, .notice, figure { break-inside: avoid; }
  .finding { border-radius: 0; margin-bottom: 10pt; }
  details::details-content { content-visibility: visible; block-size: auto; display: block; opacity: 1; }
  .body > section:not(.proof) { break-inside: avoid; }
  .body { gap: 6pt 16pt; padding: 6pt 10pt 8pt; }
  /* Taller than it looks, so that no title stays behind at the foot of a page: break-after does not reach into details. */
  .finding > summary { padding: 5pt 10pt 95pt; margin-bottom: -90pt; break-inside: avoid; align-items: start; }
  .body h5 { margin-bottom: 2pt; }
  .pair { gap: 6pt 10pt; }
  pre { max-height: none; overflow: visible; font-size: 6.6pt; line-height: 1.34; padding: 3pt 6pt; }
  figcaption { margin-bottom: 1pt; }
  .places li { padding: 0; }
  .facts dl { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4pt 12pt; font-size: 8pt; }
  .facts dt, figcaption { font-size: 7.4pt; }
  .families { columns: 2; column-gap: 22pt; }
  .family { font-size: 8.4pt; }
  .family:first-child h3 { margin-top: 0; }
  .family li { grid-template-columns: 72pt minmax(0, 1fr); gap: 6pt; padding: 3pt 0; }
  .family .check { display: none; }
  #coverage .card, #score .card { border: 0; padding: 0; }
  a { text-decoration: none; }
}
`
