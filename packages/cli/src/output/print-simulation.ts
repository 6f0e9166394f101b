// A simulation as a table for a terminal, and as CSV.
import type { JsonValue, SimulatedTick, Simulation } from "@omega/core";
import { displayWidth, takeWidth, visible } from "./display-text.ts";
import { describeVerdict } from "./simulation-words.ts";
import type { Style } from "./style.ts";
import { wrapIndented } from "./wrap-text.ts";

/** So many ticks are shown before a pattern is seen, or where there is none. */
const MOST_ROWS = 40;
/** So many of them from the end, where some are left out. */
const LAST_ROWS = 5;
/** What the names of actions take at least. */
const LEAST_ACTIONS = 24;

/** The ticks that tell something, then the verdict. */
export function printSimulation(simulation: Simulation, style: Style, width: number): string {
  const { unapplied } = simulation;
  const { phrase } = style;
  const [verdict = "", ...more] = describeVerdict(simulation).map(phrase);
  const notes = [
    ...more,
    ...unapplied.map(({ action, attribute, reason, tick }) =>
      phrase(
        reason === "amount unknown"
          ? `tick ${tick}: the amount of ${action}'s effect on ${attribute} is unknown, so it was not applied`
          : `tick ${tick}: ${attribute} is unknown, so ${action}'s effect on it was not applied`,
      ),
    ),
  ];
  return `${[
    ...table(simulation, style, width),
    "",
    style.bold(wrapIndented(visible(verdict), width, 2, 0)),
    ...notes.map((note) => `  ${style.dim(wrapIndented(visible(note), width, 2))}`),
  ].join("\n")}\n`;
}

// --- the table ----------------------------------------------------------------------------------------------------

interface Column {
  readonly heading: string;
  readonly cells: readonly string[];
  readonly width: number;
}

function table(simulation: Simulation, style: Style, width: number): string[] {
  const shown = shownTicks(simulation);
  const ticks = shown.filter((tick) => tick !== null);
  const tick = column(
    style.phrase("tick"),
    ticks.map((each) => String(each.tick)),
  );
  const { columns, hidden } = fittingColumns(simulation, ticks, width - tick.width);
  const lead = [tick, ...columns];
  const used = lead.reduce((sum, each) => sum + each.width + 2, 0);
  const heading = `${lead.map((each) => each.heading.padStart(each.width)).join("  ")}  ${style.phrase("actions")}`;
  let index = 0;
  const rows = shown.map((each) => {
    if (each === null) return style.dim(`${"…".padStart(tick.width)}`);
    const row = lead.map((one) => pad(one.cells[index] ?? "", one.width)).join("  ");
    index++;
    return `${row}  ${elided(describeActions(each), width - used)}`;
  });
  const rest =
    hidden.length === 0 ? [] : [style.dim(`${style.phrase("not shown")}: ${hidden.join(", ")}`)];
  return [
    style.bold(heading.trimEnd()),
    ...rows.map((row) => row.trimEnd()),
    ...rest.map((text) => wrapIndented(text, width, 2, 0)),
  ];
}

function pad(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

function column(heading: string, cells: readonly string[]): Column {
  const width = Math.max(displayWidth(heading), ...cells.map(displayWidth));
  return { heading, cells, width };
}

/** The attributes that change, those that fit; where none does, the first that fit. */
function fittingColumns(
  { attributes }: Simulation,
  ticks: readonly SimulatedTick[],
  width: number,
): { readonly columns: readonly Column[]; readonly hidden: readonly string[] } {
  const changing = attributes.filter(({ changes }) => changes);
  const still = attributes.filter(({ kind }) => kind === "number").slice(0, 2);
  const wanted = changing.length > 0 ? changing : still;
  const columns: Column[] = [];
  const hidden: string[] = [];
  let room = width - LEAST_ACTIONS - 2;
  for (const attribute of wanted) {
    const cells = ticks.map(({ values }) => printCell(values[attribute.name] ?? null));
    const unit = attribute.unit === "" ? "" : ` (${attribute.unit})`;
    const one = column(elided(`${visible(attribute.name)}${unit}`, 24), cells);
    if (one.width + 2 > room) hidden.push(visible(attribute.name));
    else {
      columns.push(one);
      room -= one.width + 2;
    }
  }
  return { columns, hidden };
}

function printCell(value: JsonValue): string {
  if (value === null) return "?";
  if (typeof value === "number") return String(Number(value.toPrecision(8)));
  return elided(visible(typeof value === "string" ? value : JSON.stringify(value)), 16);
}

function elided(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${takeWidth(text, Math.max(1, width - 1))}…`;
}

/** `CoolDown, Restart (pending)`; the status where it is another than decided. */
function describeActions({ status, actions, pending, withheld }: SimulatedTick): string {
  const parts = [
    ...counted(actions),
    ...counted(pending).map((name) => `${name} (pending)`),
    ...counted(withheld).map((name) => `${name} (withheld)`),
  ];
  const said = parts.length === 0 ? "-" : parts.join(", ");
  return visible(status === "decided" ? said : `${status}: ${said}`);
}

/** `CoolDown ×3`: each name once. */
function counted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? name : `${name} ×${count}`;
  });
}

/** Ticks up to where all is said; null stands for those left out. */
function shownTicks({ ticks, verdict }: Simulation): readonly (SimulatedTick | null)[] {
  const some = ticks.slice(0, toldBy(verdict) ?? ticks.length);
  const open = some.length < ticks.length ? [null] : [];
  if (some.length <= MOST_ROWS) return [...some, ...open];
  const first = some.slice(0, MOST_ROWS - LAST_ROWS);
  return [...first, null, ...some.slice(-LAST_ROWS), ...open];
}

/** How many ticks show what the verdict says; null stands for all. */
function toldBy(verdict: Simulation["verdict"]): number | null {
  switch (verdict.kind) {
    case "settles":
      return verdict.from + 2;
    case "oscillates":
      return verdict.from + 2 * verdict.period + 1;
    case "runs away":
      return verdict.how === "leaves its range" ? verdict.from + 3 : null;
    case "undecided":
      return null;
  }
}

// --- CSV ----------------------------------------------------------------------------------------------------------

/** Every tick: number, instant, every attribute in its unit, status, and the actions by their fate. */
export function simulationCsv({ attributes, ticks }: Simulation): string {
  const headings = attributes.map(({ name, unit }) => (unit === "" ? name : `${name} (${unit})`));
  const rows = ticks.map(({ tick, now, values, status, actions, pending, withheld }) => [
    String(tick),
    now ?? "",
    ...attributes.map(({ name }) => csvValue(values[name] ?? null)),
    status,
    ...[actions, pending, withheld].map((names) => names.join(" ")),
  ]);
  const head = ["tick", "now", ...headings, "status", "actions", "pending", "withheld"];
  return [head, ...rows].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

function csvValue(value: JsonValue): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** RFC 4180. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
