/** The page's style sheet. Marks differ by line as well as by colour, so that they are told apart on paper. */
export const REPORT_STYLE = `
:root {
  --ground: #ffffff; --ink: #1d2228; --quiet: #57606a; --line: #d0d7de; --panel: #f6f8fa; --accent: #0a58a8;
  --shared: #d8e8fb; --removed: #fbdfda; --inserted: #d9f0dd; --notice: #fff4d6;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --ink: #e4e8ec; --quiet: #a0aab5; --line: #373e47; --panel: #1c2127; --accent: #82b8f5;
    --shared: #1f3d61; --removed: #54291f; --inserted: #1f4630; --notice: #463a14;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem;
  background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; }
h3 { margin: 0 0 .75rem; font-size: 1.05rem; }
h4 { margin: 0 0 .5rem; font-size: .85rem; color: var(--quiet); }
p { margin: .5rem 0; }
main > section > p { max-width: 48rem; }
.headline { font-size: 1.35rem; line-height: 1.35; font-weight: 600; }
.quiet { color: var(--quiet); }
.notice { padding: .5rem .75rem; background: var(--notice); border-inline-start: 3px solid var(--ink); }
a { color: var(--accent); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .75rem; font-size: .9rem; }
code { font: .9em/1.4 ui-monospace, "SFMono-Regular", "Cascadia Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.hash { color: var(--quiet); font-size: .75rem; }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .25rem; text-align: start; color: var(--quiet); }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; overflow-wrap: normal; }
dl { margin: .75rem 0; font-size: .9rem; }
dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0 1rem; padding: .2rem 0; }
dt { color: var(--quiet); overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; }
section > dl:has(code) > div { break-inside: avoid; grid-template-columns: 12rem minmax(0, 1fr); }
section > dl:has(code) { columns: 2 22rem; }
ul { margin: .5rem 0; padding-inline-start: 1.25rem; }
summary { cursor: pointer; color: var(--accent); }
article { margin: 2rem 0; padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 6px; }
.scores { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .75rem 0; padding: 0; list-style: none; font-size: .9rem; font-variant-numeric: tabular-nums; color: var(--quiet); }
.scores b { color: var(--ink); }
.verdicts { padding: .5rem .75rem; background: var(--panel); list-style: none; font-size: .9rem; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.25rem; margin-top: 1rem; }
.pair > section { min-width: 0; }
.text, .prompt { overflow-wrap: anywhere; white-space: pre-wrap; }
.text { padding: .75rem; background: var(--panel); border-radius: 4px; font-size: .9rem; }
.text p { min-height: 1.5em; margin: 0; }
.prompt { padding: .5rem .75rem; font-size: .85rem; }
mark, del, ins { padding: 1px 0; border-radius: 2px; color: inherit; background: none; text-decoration: none; }
mark { background: var(--shared); }
del { background: var(--removed); outline: 1px dashed var(--quiet); }
ins { background: var(--inserted); outline: 1px solid var(--quiet); }
.explained { background: none; color: var(--quiet); text-decoration: underline dotted; text-underline-offset: 3px; }
.number::before { content: attr(data-number); margin-inline-end: 2px; font-size: .7em; font-weight: 700; vertical-align: super; color: var(--accent); }
.line-end::before { content: "\\21B5"; }
.hidden { margin: 0 1px; padding: 0 2px; border: 1px solid var(--quiet); border-radius: 3px; font: .7em/1.2 ui-monospace, monospace; white-space: nowrap; }
.legend { font-size: .9rem; }
@media (max-width: 44rem) {
  body { padding: 1rem .75rem 3rem; }
  article { padding: .75rem; }
  table { font-size: .8rem; }
  th, td { padding-inline-end: .4rem; overflow-wrap: anywhere; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  dl > div, section > dl:has(code) > div { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  article { padding: .75rem 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; }
  h2, h3, h4, .scores { break-after: avoid; }
  tr, .verdicts { break-inside: avoid; }
  mark, del, ins, .verdicts, .notice, .text { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  mark { text-decoration: underline; text-underline-offset: 2px; }
  a { color: inherit; }
  nav { display: none; }
  details::details-content { display: block; block-size: auto; content-visibility: visible; }
}
`;
