// The flow of a policy as an SVG: readings, rules and actions in three columns, laid out by dagre so that few lines
// cross. Loaded by `omegac doc` alone.
import { graphlib, layout } from "@dagrejs/dagre";
import { type Description, type FlowGraph, fill, plainText } from "@omega/core";
import { displayWidth } from "../output/display-text.ts";
import { type Html, html, joined } from "../page/html.ts";
import { anchorOf } from "./anchor.ts";

type Wording = Description.PolicyDescription["wording"];

/** A box of the picture. */
interface Box {
  readonly id: string;
  readonly kind: "input" | "rule" | "action";
  readonly lines: readonly string[];
  /** Smaller, under the name. */
  readonly detail: string;
  /** Where it leads on the page; null for what has no place. */
  readonly anchor: string | null;
  readonly title: string;
  /** Which of the colours its lines have; rules only. */
  readonly series: number;
  readonly isSoft: boolean;
}

interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const boxWidth = 188;
const lineHeight = 17;
const detailHeight = 15;
const padding = 8;
/** Columns of text that fit a box. */
const boxColumns = 23;
const mostLines = 3;
const boxGap = 10;
const seriesCount = 6;
const undecided = "undecided";

/** The picture; its boxes lead to what they stand for. */
export function flowPicture(
  graph: FlowGraph,
  wording: Wording,
  approversOf: (action: string) => readonly string[],
): Html {
  const boxes = boxesOf(graph, wording, approversOf);
  const edges = [
    ...graph.edges,
    ...graph.rules
      .filter(({ isFailsafe }) => isFailsafe)
      .map(({ id }) => ({ from: undecided, to: id, whenUnknown: true })),
  ];
  const { placed, width, height } = place(boxes, edges);
  const byId = new Map(placed.map((box) => [box.id, box]));
  const lines = edges.flatMap(({ from, to, whenUnknown }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (start === undefined || end === undefined) return [];
    const series = start.kind === "rule" ? start.series : end.series;
    return [line(start, end, series, whenUnknown)];
  });
  const { title, inputs, rules, actions } = wording.page.flow;
  const columns = [
    { kind: "input", text: inputs },
    { kind: "rule", text: rules },
    { kind: "action", text: actions },
  ].flatMap(({ kind, text }) => {
    const box = placed.find((each) => each.kind === kind);
    return box === undefined
      ? []
      : [
          html`<text class="column" x="${box.x + box.width / 2}" y="14" text-anchor="middle">${text}</text>`,
        ];
  });
  return html`<svg class="flow" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" role="group" aria-label="${title}">
${columns}
<g class="edges" aria-hidden="true">${joined(lines, "\n")}</g>
${joined(placed.map(drawBox), "\n")}
</svg>`;
}

function boxesOf(
  graph: FlowGraph,
  wording: Wording,
  approversOf: (action: string) => readonly string[],
): readonly Box[] {
  const { flow, rules: words } = wording.page;
  const box = (
    id: string,
    kind: Box["kind"],
    name: string,
    more: Partial<Omit<Box, "id" | "kind" | "lines">> = {},
  ): Box => ({
    id,
    kind,
    lines: wrapName(name),
    detail: "",
    anchor: null,
    title: name,
    series: 0,
    isSoft: false,
    ...more,
  });
  const hasFailsafe = graph.rules.some(({ isFailsafe }) => isFailsafe);
  return [
    ...graph.inputs.map(({ id, name }) => box(id, "input", name, { anchor: "inputs" })),
    ...(hasFailsafe ? [box(undecided, "input", flow.undecided, { isSoft: true })] : []),
    ...graph.rules.map(({ id, name, rules }, index) => {
      const [first = ""] = rules;
      const count = rules.length === 1 ? flow.ruleCount.one : flow.ruleCount.other;
      const isOne = graph.scale === "rule" || (rules.length === 1 && graph.scale === "alike");
      return box(id, "rule", name || (graph.scale === "section" ? words.untitled : first), {
        detail: isOne
          ? ""
          : plainText(fill(count, { count: [{ kind: "words", text: String(rules.length) }] })),
        anchor: anchorOf("rule", first),
        title: rules.length > 12 ? `${rules.slice(0, 12).join(", ")} …` : rules.join(", "),
        series: (index % seriesCount) + 1,
      });
    }),
    ...graph.actions.map(({ id, name }) => {
      const approvers = approversOf(name);
      const waits = plainText(
        fill(flow.waits, { roles: [{ kind: "words", text: approvers.join(", ") }] }),
      );
      return box(id, "action", name, {
        anchor: anchorOf("action", name),
        ...(approvers.length === 0 ? {} : { detail: cut(waits, 26), title: `${name}: ${waits}` }),
      });
    }),
  ];
}

// ---- text in boxes -----------------------------------------------------------------------------------------------

/** A name in lines that fit a box, broken where words begin; what is longer than three lines is cut. */
function wrapName(name: string): readonly string[] {
  const words = name.split(/(?<=[\s_.-])|(?<=\p{Ll})(?=\p{Lu})/u).flatMap(chop);
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && displayWidth(line + word.trimEnd()) > boxColumns) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), cut(`${lines[mostLines - 1] ?? ""}…`, boxColumns)];
}

/** A word that is wider than a box, in pieces that are not. */
function chop(word: string): readonly string[] {
  if (displayWidth(word) <= boxColumns) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (displayWidth(piece + character) > boxColumns) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const characters = [...text];
  while (displayWidth(characters.join("")) > columns - 1) characters.pop();
  return `${characters.join("")}…`;
}

// ---- layout ------------------------------------------------------------------------------------------------------

interface Line {
  readonly from: string;
  readonly to: string;
}

function place(
  boxes: readonly Box[],
  edges: readonly Line[],
): { readonly placed: readonly PlacedBox[]; readonly width: number; readonly height: number } {
  const top = 26;
  const graph = new graphlib.Graph<
    unknown,
    { width: number; height: number; x?: number; y?: number }
  >();
  graph.setGraph({ rankdir: "LR", nodesep: boxGap, ranksep: 120, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) graph.setNode(box.id, { width: boxWidth, height: heightOf(box) });
  for (const { from, to } of edges) {
    if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to);
  }
  // A rule that reads nothing keeps to its column by a line that is not drawn.
  const anchor = "no reading";
  const reading = new Set(edges.map(({ to }) => to));
  for (const { id, kind } of boxes) {
    if (kind !== "rule" || reading.has(id)) continue;
    if (!graph.hasNode(anchor)) graph.setNode(anchor, { width: 1, height: 1 });
    graph.setEdge(anchor, id);
  }
  layout(graph);
  const placed = boxes.map((box): PlacedBox => {
    const { x = 0, y = 0, width, height } = graph.node(box.id);
    return { ...box, x: x - width / 2, y: y - height / 2 + top, width, height };
  });
  const packed = packedWhereLoose(placed, top);
  const right = Math.max(...packed.map(({ x, width }) => x + width));
  const bottom = Math.max(...packed.map(({ y, height }) => y + height));
  return { placed: packed, width: right + 4, height: bottom + 6 };
}

/** How much higher than its fullest column a picture may be. */
const mostLoose = 1.6;

/** Where many lines push the boxes far apart, each column without gaps, in the order that crosses least. */
function packedWhereLoose(placed: readonly PlacedBox[], top: number): readonly PlacedBox[] {
  const columns = (["input", "rule", "action"] as const).map((kind) =>
    placed.filter((box) => box.kind === kind).sort((a, b) => a.y - b.y),
  );
  const heightOfColumn = (column: readonly PlacedBox[]): number =>
    column.reduce((sum, { height }) => sum + height + boxGap, 0);
  const fullest = Math.max(...columns.map(heightOfColumn));
  const height = Math.max(...placed.map((box) => box.y + box.height)) - top;
  if (height <= fullest * mostLoose) return placed;
  return columns.flatMap((column) => {
    const gap = (fullest - heightOfColumn(column)) / (column.length + 1);
    let y = top + gap;
    return column.map((box) => {
      const moved = { ...box, y };
      y += box.height + boxGap + gap;
      return moved;
    });
  });
}

function heightOf({ lines, detail }: Box): number {
  return lines.length * lineHeight + (detail === "" ? 0 : detailHeight) + 2 * padding - 3;
}

// ---- drawing -----------------------------------------------------------------------------------------------------

function line(start: PlacedBox, end: PlacedBox, series: number, isDashed: boolean): Html {
  const [x1, y1] = [start.x + start.width, start.y + start.height / 2];
  const [x2, y2] = [end.x, end.y + end.height / 2];
  const bend = (x2 - x1) / 2;
  const path = `M${round(x1)} ${round(y1)}C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`;
  return html`<path class="s${series}${isDashed ? " dashed" : ""}" d="${path}"/>`;
}

function drawBox(box: PlacedBox): Html {
  const { kind, x, y, width, height, lines, detail, anchor, title, series, isSoft } = box;
  const middle = x + width / 2;
  const first = y + padding + 11;
  const texts = lines.map(
    (text, index) =>
      html`<text x="${round(middle)}" y="${round(first + index * lineHeight)}" text-anchor="middle">${text}</text>`,
  );
  const small =
    detail !== "" &&
    html`<text class="detail" x="${round(middle)}" y="${round(first + lines.length * lineHeight - 2)}" text-anchor="middle">${detail}</text>`;
  const mark =
    kind === "rule" &&
    html`<rect class="mark s${series}" x="${round(x)}" y="${round(y)}" width="4" height="${round(height)}"/>`;
  const content = html`<title>${title}</title><rect class="box" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${kind === "rule" ? 2 : round(Math.min(height / 2, 14))}"/>${mark}${texts}${small}`;
  const shape = html`<g class="${kind}${isSoft ? " soft" : ""}">${content}</g>`;
  return anchor === null ? shape : html`<a href="#${anchor}">${shape}</a>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
