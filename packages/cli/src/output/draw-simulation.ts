// A simulation as an SVG chart: numbers over time, a panel for each unit, and lanes for everything else. A file of its own
// when bundled: it brings d3-scale along.
import {
  english,
  type JsonValue,
  type Locale,
  type SimulatedAttribute,
  type Simulation,
} from "@omega/core";
import { scaleLinear } from "d3-scale";
import { describeDuration, describeVerdict } from "./simulation-words.ts";

const WIDTH = 800;
const LEFT = 150;
const RIGHT = 24;
const PANEL = 132;
const LANE = 22;
const GAP = 26;
/** More lines in one panel, or more panels, than a reader can tell apart. */
const MOST_LINES = 6;
const MOST_PANELS = 6;
const MOST_LANES = 16;

/** The chart as SVG that stands alone, for light and dark pages. In English unless `phrase` says otherwise. */
export function drawSimulation(
  simulation: Simulation,
  title: string,
  phrase: Locale["phrase"] = english.phrase,
): string {
  const { ticks, tickMilliseconds } = simulation;
  const chart: Chart = {
    simulation,
    phrase,
    x: scaleLinear([0, Math.max(1, ticks.length)], [LEFT, WIDTH - RIGHT]),
    parts: [],
    y: 64,
  };
  for (const panel of panelsOf(simulation)) drawPanel(chart, panel);
  for (const attribute of laneAttributes(simulation)) drawStateLane(chart, attribute);
  for (const action of simulation.actions.slice(0, MOST_LANES)) drawActionLane(chart, action);
  const bottom = chart.y;
  drawAxis(chart, tickMilliseconds);
  const height = chart.y + 12;
  const [verdict = ""] = describeVerdict(simulation).map(phrase);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title summary">
<title id="title">${escapeXml(title)}</title>
<desc id="summary">${escapeXml(verdict)}</desc>
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
<text class="title" x="20" y="26">${escapeXml(title)}</text>
<text class="verdict" x="20" y="45">${escapeXml(verdict)}</text>
${periodBand(simulation, chart, bottom)}${chart.parts.join("\n")}
</svg>
`;
}

const STYLE = `
svg{--page:#fff;--ink:#1c2024;--soft:#60646c;--line:#d9dbdf;--band:#f1f2f5;--a:#0b68cb;--b:#b54a00;--c:#0b7a4b;--d:#8a3ffc;--e:#a8174f;--f:#5b5f00;font:12px system-ui,-apple-system,"Segoe UI",sans-serif}
@media(prefers-color-scheme:dark){svg{--page:#15171a;--ink:#eceef0;--soft:#a4a9b0;--line:#34383e;--band:#1f2226;--a:#6cb2ff;--b:#ff9d5c;--c:#4cc38a;--d:#bf9bff;--e:#ff85ab;--f:#d1d35a}}
.page{fill:var(--page)}.band{fill:var(--band)}text{fill:var(--ink)}.title{font-size:15px;font-weight:600}.verdict,.soft{fill:var(--soft)}
.grid{stroke:var(--line);stroke-width:1;fill:none}.limit{stroke:var(--soft);stroke-dasharray:4 4;fill:none}
.line{fill:none;stroke-width:2;stroke-linejoin:round}.end{text-anchor:end}.middle{text-anchor:middle}
.l0{stroke:var(--a)}.l1{stroke:var(--b)}.l2{stroke:var(--c)}.l3{stroke:var(--d)}.l4{stroke:var(--e)}.l5{stroke:var(--f)}
.t0{fill:var(--a)}.t1{fill:var(--b)}.t2{fill:var(--c)}.t3{fill:var(--d)}.t4{fill:var(--e)}.t5{fill:var(--f)}
.taken{fill:var(--a)}.pending{fill:none;stroke:var(--b);stroke-width:1.5}.withheld{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:2 2}
.state{fill:var(--band);stroke:var(--line)}.true{fill:var(--c);opacity:.75}
`.trim();

interface Chart {
  readonly simulation: Simulation;
  readonly phrase: Locale["phrase"];
  readonly x: (tick: number) => number;
  readonly parts: string[];
  /** Where the next part begins. */
  y: number;
}

// --- numbers ------------------------------------------------------------------------------------------------------

interface Panel {
  readonly unit: string;
  readonly attributes: readonly SimulatedAttribute[];
}

/** Numbers that change, by unit; where none does, the first. */
function panelsOf({ attributes }: Simulation): readonly Panel[] {
  const numbers = attributes.filter(({ kind }) => kind === "number");
  const changing = numbers.filter(({ changes }) => changes);
  const shown = changing.length > 0 ? changing : numbers.slice(0, 1);
  const units = [...new Set(shown.map(({ unit }) => unit))];
  return units.slice(0, MOST_PANELS).map((unit) => ({
    unit,
    attributes: shown.filter((each) => each.unit === unit).slice(0, MOST_LINES),
  }));
}

function drawPanel(chart: Chart, { unit, attributes }: Panel): void {
  const { simulation, x, parts, y: top } = chart;
  const bottom = top + PANEL;
  const values = attributes.flatMap(({ name }) => numbersOf(simulation, name));
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known, known.length === 0 ? 0 : Number.POSITIVE_INFINITY);
  const high = Math.max(...known, known.length === 0 ? 1 : Number.NEGATIVE_INFINITY);
  const room = high === low ? Math.abs(high) * 0.1 || 1 : 0;
  const y = scaleLinear([low - room, high + room], [bottom, top + 8]).nice(5);
  const format = y.tickFormat(5);
  for (const value of y.ticks(5)) {
    const at = round(y(value));
    parts.push(
      `<path class="grid" d="M${LEFT} ${at}H${WIDTH - RIGHT}"/><text class="soft end" x="${LEFT - 8}" y="${at + 4}">${escapeXml(format(value))}</text>`,
    );
  }
  if (unit !== "")
    parts.push(`<text class="soft" x="20" y="${top + 10}">${escapeXml(unit)}</text>`);
  const [lowest = 0, highest = 0] = y.domain();
  for (const [index, attribute] of attributes.entries()) {
    for (const bound of [attribute.minimum, attribute.maximum]) {
      if (bound === null || bound < lowest || bound > highest) continue;
      parts.push(`<path class="limit" d="M${LEFT} ${round(y(bound))}H${WIDTH - RIGHT}"/>`);
    }
    parts.push(
      `<path class="line l${index}" d="${stepLine(numbersOf(simulation, attribute.name), x, y)}"/>`,
      `<text class="t${index}" x="20" y="${top + 28 + index * 16}">${escapeXml(shorten(attribute.name, 15))}</text>`,
    );
  }
  chart.y = bottom + GAP;
}

function numbersOf({ ticks }: Simulation, name: string): readonly (number | null)[] {
  return ticks.map(({ values }) => {
    const value = values[name];
    return typeof value === "number" ? value : null;
  });
}

/** A value holds from its tick to the next; what is unknown leaves a gap. */
function stepLine(
  values: readonly (number | null)[],
  x: (tick: number) => number,
  y: (value: number) => number,
): string {
  let path = "";
  let isOpen = false;
  for (const { from, to, value } of runsOf(values)) {
    if (typeof value === "number") {
      path += isOpen ? `V${round(y(value))}` : `M${round(x(from))} ${round(y(value))}`;
      path += `H${round(x(to))}`;
    }
    isOpen = value !== null;
  }
  return path;
}

// --- lanes --------------------------------------------------------------------------------------------------------

function laneAttributes({ attributes }: Simulation): readonly SimulatedAttribute[] {
  return attributes
    .filter(({ kind, changes }) => changes && kind !== "number" && kind !== "time")
    .slice(0, MOST_LANES);
}

/** A strip with each value as long as it lasts. */
function drawStateLane(chart: Chart, { name }: SimulatedAttribute): void {
  const { simulation, parts, x, y } = chart;
  laneLabel(chart, name);
  for (const { from, to, value } of runsOf(
    simulation.ticks.map(({ values }) => values[name] ?? null),
  )) {
    const [left, right] = [x(from), x(to)];
    const text = value === null ? "?" : String(value);
    const shade = value === true ? "true" : "state";
    parts.push(
      `<rect class="${shade}" x="${round(left)}" y="${y + 3}" width="${round(right - left)}" height="${LANE - 6}"/>`,
    );
    if (typeof value !== "boolean" && right - left > text.length * 6.5 + 6) {
      parts.push(
        `<text class="middle" x="${round((left + right) / 2)}" y="${y + 15}">${escapeXml(text)}</text>`,
      );
    }
  }
  chart.y += LANE;
}

/** A mark for each tick at which the action is taken, waits for approval or is withheld. */
function drawActionLane(chart: Chart, action: string): void {
  const { simulation, phrase, parts, x, y } = chart;
  laneLabel(chart, action);
  parts.push(`<path class="grid" d="M${LEFT} ${y + LANE / 2}H${WIDTH - RIGHT}"/>`);
  const fates = simulation.ticks.map(({ actions, pending, withheld }) => {
    if (actions.includes(action)) return "taken";
    if (pending.includes(action)) return "pending";
    return withheld.includes(action) ? "withheld" : null;
  });
  for (const { from, to, value } of runsOf(fates)) {
    if (typeof value !== "string") continue;
    const when = phrase(to - from > 1 ? `tick ${from} to ${to - 1}` : `tick ${from}`);
    parts.push(
      `<rect class="${value}" x="${round(x(from))}" y="${y + 6}" width="${Math.max(1, round(x(to) - x(from) - 0.5))}" height="${LANE - 12}" rx="2"><title>${escapeXml(`${action}: ${phrase(value)}, ${when}`)}</title></rect>`,
    );
  }
  chart.y += LANE;
}

function laneLabel({ parts, y }: Chart, name: string): void {
  parts.push(
    `<text class="end" x="${LEFT - 8}" y="${y + 15}">${escapeXml(shorten(name, 20))}</text>`,
  );
}

/** Ticks next to each other of one value; `to` is the tick behind the last. */
function runsOf(
  values: readonly JsonValue[],
): readonly { readonly from: number; readonly to: number; readonly value: JsonValue }[] {
  const runs: { from: number; to: number; value: JsonValue }[] = [];
  for (const [tick, value] of values.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.value === value) last.to = tick + 1;
    else runs.push({ from: tick, to: tick + 1, value });
  }
  return runs;
}

// --- time ---------------------------------------------------------------------------------------------------------

function drawAxis(chart: Chart, tickMilliseconds: number): void {
  const { simulation, phrase, parts, x, y } = chart;
  const scale = scaleLinear([0, Math.max(1, simulation.ticks.length)], [0, 1]);
  parts.push(`<path class="grid" d="M${LEFT} ${y + 6}H${WIDTH - RIGHT}"/>`);
  for (const tick of scale.ticks(8).filter(Number.isInteger)) {
    const at = round(x(tick));
    parts.push(
      `<path class="grid" d="M${at} ${y + 6}v5"/><text class="soft middle" x="${at}" y="${y + 24}">${tick}</text>`,
    );
  }
  parts.push(
    `<text class="soft end" x="${LEFT - 8}" y="${y + 24}">${phrase("tick")} (${escapeXml(describeDuration(tickMilliseconds))})</text>`,
  );
  chart.y = y + 30;
  drawKey(chart);
}

/** What the marks of actions that are not taken mean, where there are any. */
function drawKey(chart: Chart): void {
  const { simulation, phrase, parts, y } = chart;
  const marks = [
    ["pending", "waits for approval"],
    ["withheld", "withheld"],
  ] as const;
  const used = marks.filter(([fate]) => simulation.ticks.some((tick) => tick[fate].length > 0));
  for (const [index, [fate, meaning]] of used.entries()) {
    const left = LEFT + index * 160;
    parts.push(
      `<rect class="${fate}" x="${left}" y="${y + 6}" width="22" height="10" rx="2"/><text class="soft" x="${left + 30}" y="${y + 15}">${escapeXml(phrase(meaning))}</text>`,
    );
  }
  if (used.length > 0) chart.y = y + 24;
}

/** The first period of an oscillation, or what follows once it has settled, on a ground of its own. */
function periodBand({ verdict, ticks }: Simulation, { x }: Chart, bottom: number): string {
  if (verdict.kind !== "oscillates" && verdict.kind !== "settles") return "";
  const to = verdict.kind === "oscillates" ? verdict.from + verdict.period : ticks.length;
  const left = round(x(verdict.from));
  const width = round(x(Math.min(to, ticks.length))) - left;
  if (width <= 0) return "";
  return `<rect class="band" x="${left}" y="58" width="${round(width)}" height="${bottom - 58}"/>\n`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}

function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
      // XML has no way to write these.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
  );
}
