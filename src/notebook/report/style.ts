/** How a report looks: text at reading width, figures wider, light and dark, on paper without the controls. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fdfdfb; --ink: #1f2328; --soft: #5d666f; --line: #d9dcdf; --wash: #f4f4f0; --link: #0b57a4;
  --wrong: #a3201d; --wrong-wash: #fdf0ef;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Source Serif 4", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --text: 36rem; --wide: 68rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e4e4e0; --soft: #a1a8b0; --line: #363b41; --wash: #202327; --link: #86b9f4;
    --wrong: #ff9d94; --wrong-wash: #351c1b;
  }
  main > .output > img { background: #fff; border-radius: 4px; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.bar { position: sticky; top: 0; z-index: 5; display: flex; justify-content: flex-end; padding: .6rem 1rem; pointer-events: none; }
.bar > * { pointer-events: auto; }
.skip { position: absolute; left: 1rem; padding: .3rem .7rem; background: var(--paper); font-family: var(--sans); transform: translateY(-4rem); }
.skip:focus { transform: none; }
#code-switch { font: .8125rem var(--sans); padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--paper); color: var(--soft); cursor: pointer; }
#code-switch:hover { color: var(--ink); border-color: var(--soft); }
.page { max-width: var(--wide); margin: 0 auto; padding: 0 1.25rem; }
main > *, footer > * { max-width: var(--text); margin-inline: auto; }
main > .output { display: grid; grid-template-columns: minmax(min(100%, var(--text)), max-content); justify-content: center; max-width: var(--wide); margin-block: 1.75rem; }
main > .output > * { min-width: 0; max-width: 100%; overflow-x: auto; }
.output figcaption, .output figure > details { max-width: var(--text); margin-inline: auto !important; font: .875rem/1.5 var(--sans); }
.output figure > details { overflow-x: auto; }
.output figure > details > summary { width: fit-content; cursor: pointer; font-size: .75rem; color: var(--soft); }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; margin: 2.4em 0 .6em; text-wrap: balance; scroll-margin-top: 1rem; }
h1 { font-size: 2.1rem; margin-top: .4em; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; }
h3 { font-size: 1.15rem; }
h4 { font-size: 1rem; }
p, ul, ol, blockquote { margin: 0 0 1em; }
li + li { margin-top: .25em; }
blockquote { padding-left: 1em; border-left: 3px solid var(--line); color: var(--soft); }
img, svg { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
code, pre { font-family: var(--mono); font-size: .84em; }
p code, li code, td code, dd code { background: var(--wash); padding: .1em .3em; border-radius: 3px; overflow-wrap: anywhere; }
pre { margin: 0 auto 1.25em; padding: .8em 1em; background: var(--wash); border-radius: 4px; overflow: auto; line-height: 1.5; tab-size: 2; }
pre code { font-size: 1em; }
pre.stream, pre.result { max-height: 26rem; }
pre.stream { white-space: pre-wrap; overflow-wrap: anywhere; }
pre.stderr { border-left: 3px solid var(--line); color: var(--soft); }
.table { overflow-x: auto; margin-bottom: 1em; }
.text table { border-collapse: collapse; font: .875rem/1.4 var(--sans); }
.text th, .text td { padding: .35em .8em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.text th { border-bottom-width: 2px; }
.code { margin: .1em auto .6em; font-family: var(--sans); }
.code > summary { width: fit-content; cursor: pointer; font-size: .75rem; color: var(--soft); list-style-position: outside; }
.code > summary:hover { color: var(--ink); }
.code > pre { margin-top: .4em; font-size: .94rem; }
.error, .failed { padding: .8em 1.1em; border-left: 4px solid var(--wrong); background: var(--wrong-wash); border-radius: 0 4px 4px 0; margin-bottom: 1.25em; }
.error p { margin: 0; font-family: var(--sans); font-size: .9375rem; color: var(--wrong); overflow-wrap: anywhere; white-space: pre-wrap; }
.error pre { margin: .6em 0 0; padding: 0; background: none; }
.failed pre { margin-bottom: 0; background: none; padding: 0; white-space: pre-wrap; }
.failed p:last-child { margin-bottom: 0; }
.note, .picture.missing { color: var(--soft); font: .875rem var(--sans); }
.contents { max-width: var(--text); margin: 1.5rem auto 2rem; font: .875rem/1.45 var(--sans); }
.contents h2 { font-size: .75rem; margin: 0 0 .5em; text-transform: uppercase; letter-spacing: .06em; color: var(--soft); }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { color: var(--soft); text-decoration: none; }
.contents a:hover { color: var(--link); text-decoration: underline; }
.contents .level-3 { padding-left: 1em; }
@media (min-width: 92rem) {
  .contents { position: fixed; top: 4rem; margin: 0; left: max(1.5rem, calc(50vw - var(--wide) / 2 - 15rem)); width: 13rem; max-height: calc(100vh - 6rem); overflow-y: auto; }
}
footer { margin: 4rem auto 0; padding: 1.5rem 1.25rem 3rem; border-top: 1px solid var(--line); font: .8125rem/1.5 var(--sans); color: var(--soft); }
footer h2 { font-size: .8125rem; margin: 0 auto .8em; color: var(--ink); }
footer dl { display: grid; grid-template-columns: max-content 1fr; gap: .3em 1.2em; margin-block: 0; }
footer dd ul { margin: .2em 0 0; padding-left: 1.2em; }
footer dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.hash { font-family: var(--mono); font-size: .92em; }
@media (max-width: 36rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.7rem; }
  footer dl { grid-template-columns: 1fr; }
  footer dt { margin-top: .4em; color: var(--ink); }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #f5f5f5; --link: #000; --wrong: #900; --wrong-wash: #fff; --text: 100%; --wide: 100%; }
  @page { margin: 14mm; }
  body { font-size: 10pt; line-height: 1.45; }
  .page { padding: 0; max-width: none; }
  .bar, .code:not([open]), .contents a::after, figure details:not([open]) { display: none; }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; margin-top: 1.4em; }
  .contents { position: static; width: auto; max-height: none; margin: .8rem 0 1rem; }
  .contents ol { columns: 2; }
  main > .output { display: block; margin-block: .6rem 1rem; }
  main > .output > * { overflow: visible; }
  pre.stream, pre.result { max-height: none; overflow: visible; white-space: pre-wrap; }
  /* The still picture or table: what is interactive has controls, and shows a part. */
  figure.tracebook { margin: 0 !important; max-width: none !important; }
  figure.tracebook:has(img) > .tb-live, figure.tracebook-table > .tb-live { display: none !important; }
  figure.tracebook-table > table { display: table !important; }
  figure.tracebook img { display: block !important; width: auto; max-width: 100% !important; max-height: 105mm; margin-inline: auto; }
  figure.tracebook-process-map img, figure.tracebook-model img { max-height: 190mm; }
  .tb-frame { overflow: visible !important; }
  /* A heading and its text stay with the figure below; nothing is cut in two. */
  h1, h2, h3, h4, figcaption { break-after: avoid; }
  main > section.text:has(+ .output), main > section.text:has(+ .code), main > section.text:has(+ pre) { break-after: avoid; break-inside: avoid; }
  main > .code { break-after: avoid; }
  figure, .output, .error, tr, img, li, .card { break-inside: avoid; }
  pre { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  footer { margin-top: 1.5rem; padding-inline: 0; break-inside: avoid; }
}`;

/** One switch folds the code of all cells away, or opens it. Without scripts each cell still opens by itself. */
export const pageScript = `(() => {
  const button = document.getElementById("code-switch");
  const cells = document.querySelectorAll("details.code:not(.folded)");
  if (cells.length === 0) return;
  const say = () => {
    const open = [...cells].every((cell) => cell.open);
    button.textContent = open ? "Hide code" : "Show code";
    button.setAttribute("aria-pressed", String(open));
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-pressed") !== "true";
    for (const cell of cells) cell.open = open;
    say();
  });
  for (const cell of cells) cell.addEventListener("toggle", say);
})();`;
