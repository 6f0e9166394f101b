// The look of the pages that omegac writes. Colours are named once; every pair of text and ground that occurs has at
// least the contrast WCAG 2.2 AA asks for, in light and in dark (page-style.test.ts computes it).

/** Colours by name. `series` ones tell lines of a chart or groups of a picture apart. */
export interface Palette {
  readonly ground: string;
  readonly raised: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly "accent-soft": string;
  readonly good: string;
  readonly "good-soft": string;
  readonly warning: string;
  readonly "warning-soft": string;
  readonly bad: string;
  readonly "bad-soft": string;
  readonly neutral: string;
  readonly "neutral-soft": string;
  readonly "series-1": string;
  readonly "series-2": string;
  readonly "series-3": string;
  readonly "series-4": string;
  readonly "series-5": string;
  readonly "series-6": string;
}

export const lightPalette: Palette = {
  ground: "#fbfaf7",
  raised: "#ffffff",
  sunken: "#f2f0ea",
  ink: "#1d2126",
  muted: "#5a616b",
  line: "#dcd8ce",
  accent: "#0b5a6f",
  "accent-soft": "#e0eef1",
  good: "#1c6236",
  "good-soft": "#e1f1e6",
  warning: "#7a4b00",
  "warning-soft": "#fbeed3",
  bad: "#9d1c22",
  "bad-soft": "#fbe4e2",
  neutral: "#4b525c",
  "neutral-soft": "#ebe9e3",
  "series-1": "#0b6a8a",
  "series-2": "#a3470c",
  "series-3": "#4a7a12",
  "series-4": "#7a3fa0",
  "series-5": "#a8245e",
  "series-6": "#5f6470",
};

export const darkPalette: Palette = {
  ground: "#14171a",
  raised: "#1c2024",
  sunken: "#101214",
  ink: "#e9e6df",
  muted: "#a5aab2",
  line: "#353a40",
  accent: "#7cc7dc",
  "accent-soft": "#16323b",
  good: "#86d3a0",
  "good-soft": "#17301f",
  warning: "#eec277",
  "warning-soft": "#37290f",
  bad: "#f3a09b",
  "bad-soft": "#401c1c",
  neutral: "#bfc3c9",
  "neutral-soft": "#2a2f34",
  "series-1": "#6cc4e6",
  "series-2": "#f0a06a",
  "series-3": "#a7d46f",
  "series-4": "#c9a2ea",
  "series-5": "#f08fb8",
  "series-6": "#aab0ba",
};

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}

const paper = `${declarations({ ...lightPalette, ground: "#ffffff", sunken: "#f6f5f1" })};color-scheme:light`;

/** The style sheet of every page. Classes: badge, tiles, tile, scroll, note, facts, plain, quiet, number, nowrap. */
export const pageStyle = `
:root{${declarations(lightPalette)};color-scheme:light dark;
--text:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;
--heading:"Iowan Old Style",Charter,"Source Serif 4",Cambria,"Noto Serif","Liberation Serif",Georgia,serif;
--code:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono","Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{${declarations(darkPalette)}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1rem/1.6 var(--text);overflow-wrap:anywhere}
.page{max-width:60rem;margin:0 auto;padding:3rem 1.5rem 4rem}
.masthead{border-bottom:3px double var(--line);padding-bottom:1.75rem;margin-bottom:2rem}
.kicker{margin:0 0 .35rem;color:var(--accent);font-size:.78rem;font-weight:650;letter-spacing:.09em;text-transform:uppercase}
h1,h2,h3,h4{font-family:var(--heading);font-weight:600;line-height:1.22;text-wrap:balance;margin:0}
h1{font-size:clamp(1.9rem,5vw,2.7rem);letter-spacing:-.012em}
h2{font-size:1.6rem;margin:0 0 1rem}
h3{font-size:1.2rem;margin:2rem 0 .6rem}
h4{font-size:1rem;margin:1.25rem 0 .4rem}
section{margin:3.25rem 0 0;scroll-margin-top:1rem}
p,ul,ol,dl{margin:0 0 .9rem}
ul,ol{padding-inline-start:1.35rem}
li{margin:.2rem 0}
li::marker{color:var(--muted)}
a{color:var(--accent);text-underline-offset:.17em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
code,kbd,pre,.code{font-family:var(--code);font-size:.88em}
code{background:var(--sunken);border-radius:4px;padding:.08em .3em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
pre{overflow-x:auto;background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:1rem;line-height:1.5}
pre code{background:none;padding:0}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--raised);color:var(--accent);padding:.6rem 1rem;border-radius:0 0 8px 8px;z-index:9}
.skip:focus{top:0}
.lead{font-family:var(--heading);font-size:1.22rem;line-height:1.5;margin:1rem 0 1.1rem;max-width:44rem}
.quiet{color:var(--muted)}
.small{font-size:.875rem}
.nowrap{white-space:nowrap}
.number{font-variant-numeric:tabular-nums;text-align:end;white-space:nowrap}
.contents p{margin:0 0 .5rem;color:var(--muted);font-size:.78rem;font-weight:650;letter-spacing:.09em;text-transform:uppercase}
.contents ol{list-style:none;padding:0;margin:0;columns:3 12rem;column-gap:2rem}
.contents li{margin:0;break-inside:avoid}
.contents a{display:block;padding:.15rem 0;text-decoration:none}
.contents a:hover{text-decoration:underline}
.badge{display:inline-block;border-radius:999px;padding:.08rem .62rem;font-size:.8rem;font-weight:600;line-height:1.5;background:var(--neutral-soft);color:var(--neutral)}
.badge.good{background:var(--good-soft);color:var(--good)}
.badge.warning{background:var(--warning-soft);color:var(--warning)}
.badge.bad{background:var(--bad-soft);color:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:1.25rem 0 0}
.tile{max-width:15rem;display:flex;flex-direction:column;background:var(--raised);border:1px solid var(--line);border-top:3px solid var(--line);border-radius:4px 4px 8px 8px;padding:.65rem .65rem .75rem}
.tile.good{border-top-color:var(--good)}.tile.warning{border-top-color:var(--warning)}.tile.bad{border-top-color:var(--bad)}
.tile dd{margin:0;white-space:nowrap;font-family:var(--heading);font-size:1.5rem;line-height:1.25;font-variant-numeric:lining-nums tabular-nums}
.tile.good dd{color:var(--good)}.tile.warning dd{color:var(--warning)}.tile.bad dd{color:var(--bad)}
.tile dt{color:var(--muted);font-size:.82rem;line-height:1.35}
.note{border-inline-start:4px solid var(--neutral);background:var(--neutral-soft);border-radius:0 8px 8px 0;padding:.75rem 1rem;margin:0 0 1.1rem}
.note>:last-child{margin-bottom:0}
.note.good{border-color:var(--good);background:var(--good-soft)}
.note.warning{border-color:var(--warning);background:var(--warning-soft)}
.note.bad{border-color:var(--bad);background:var(--bad-soft)}
.facts{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.4rem 1.5rem}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
.scroll{overflow-x:auto;margin:0 0 1.25rem;border:1px solid var(--line);border-radius:8px;
background:linear-gradient(to right,var(--raised) 40%,transparent) 0 0/3rem 100% local no-repeat,linear-gradient(to left,var(--raised) 40%,transparent) 100% 0/3rem 100% local no-repeat,linear-gradient(to right,color-mix(in srgb,var(--ink) 16%,transparent),transparent) 0 0/.8rem 100% no-repeat,linear-gradient(to left,color-mix(in srgb,var(--ink) 16%,transparent),transparent) 100% 0/.8rem 100% no-repeat,var(--raised)}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45;overflow-wrap:break-word}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.55rem .8rem;text-align:start;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;background:var(--sunken);color:var(--muted);font-size:.8rem;font-weight:650;vertical-align:bottom;hyphens:auto}
tbody th{font-weight:600}
tr>:first-child{padding-inline-start:1rem}
.colophon{margin-top:4rem;border-top:3px double var(--line);padding-top:1rem;color:var(--muted);font-size:.85rem}
figure{margin:0 0 1.25rem}
figcaption{color:var(--muted);font-size:.875rem;margin-top:.5rem}
svg{display:block;max-width:100%;height:auto}
svg text{font-family:var(--text);fill:var(--ink)}
@media (min-width:80rem){
.page{max-width:78rem;display:grid;grid-template-columns:13.5rem minmax(0,1fr);column-gap:3.5rem}
.masthead,.colophon,main{grid-column:1/-1}
.contents+main{grid-column:2}
.contents{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}
.contents ol{columns:1;font-size:.92rem;border-inline-start:1px solid var(--line);padding-inline-start:.9rem}
main>section:first-child{margin-top:0}
}
@media (max-width:40rem){
.page{padding:1.75rem 1rem 3rem}
.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.6rem}
th,td{padding:.5rem .6rem}
.scroll>table{min-width:36rem}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#5a616b}}
@media print{
:root{${paper}}
html{font-size:10.5pt}
body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-width:none;padding:0;display:block}
.skip{display:none}
.contents ol{columns:3;border:0;padding:0}
.contents{position:static;max-height:none;overflow:visible;border-bottom:1px solid var(--line);padding-bottom:1rem}
section{margin-top:2rem}
main>section:first-child{margin-top:1.5rem}
h2,h3,h4,.kicker{break-after:avoid}
p{break-inside:avoid}
li{orphans:3;widows:3}
tr,.tile,.note,figure,li{break-inside:avoid}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
tbody>tr:first-child,tbody>tr:nth-child(2){break-before:avoid}
p:has(+figure),p:has(+.scroll){break-after:avoid}
.scroll{overflow:visible;border-radius:0;background:var(--raised)}
a{color:inherit;text-decoration:none}
pre{white-space:pre-wrap}
}
`;
