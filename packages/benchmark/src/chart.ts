// Bar charts as SVG, written as text: panels of horizontal bars that read on light and on dark pages.

export interface Chart {
  readonly title: string;
  readonly scale: "linear" | "log";
  /** Panels beside each other. */
  readonly columns: number;
  readonly panels: readonly Panel[];
  /** What the figures and the whiskers mean, at the foot. */
  readonly note: string;
  /** What stands at a line of the grid. */
  readonly tick: (value: number) => string;
}

interface Panel {
  readonly title: string;
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly label: string;
  readonly value: number;
  /** The ends of the whisker. */
  readonly low: number;
  readonly high: number;
  readonly tone: "reference" | "omega" | "other";
  /** What stands behind the bar. */
  readonly text: string;
}

const width = 900;
const gap = 24;
const margin = 12;
const labelWidth = 168;
const textWidth = 92;
const barHeight = 13;
const rowHeight = 21;
const titleHeight = 30;
const panelTitleHeight = 28;
const axisHeight = 30;
const noteHeight = 24;

// The ground is drawn too: a page may be dark where the reader's system is light, and the other way round.
const style = `
  .ground { fill: #ffffff; }
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .panel { font-weight: 600; }
  .omega-label { font-weight: 600; }
  .tick { font-size: 10px; fill: #59636e; }
  .note { font-size: 11px; fill: #59636e; }
  .grid { stroke: #d1d9e0; stroke-width: 1; }
  .whisker { stroke: #1f2328; stroke-width: 1; opacity: 0.7; }
  .reference { fill: #818b98; }
  .omega { fill: #0969da; }
  .other { fill: #b6bfc8; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; }
    text { fill: #f0f6fc; }
    .tick, .note { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .whisker { stroke: #f0f6fc; }
    .reference { fill: #9198a1; }
    .omega { fill: #4493f8; }
    .other { fill: #656c76; }
  }
`;

/** The chart as a file. All panels share one scale, so that bars compare across them. */
export function drawChart(chart: Chart): string {
  const { title, panels, columns, note } = chart;
  const panelWidth = (width - 2 * margin - gap * (columns - 1)) / columns;
  const range = rangeOf(chart);
  const rows: Panel[][] = [];
  for (let start = 0; start < panels.length; start += columns) {
    rows.push(panels.slice(start, start + columns));
  }
  const drawn: string[] = [];
  let y = margin + titleHeight;
  for (const row of rows) {
    row.forEach((panel, column) => {
      const x = margin + column * (panelWidth + gap);
      drawn.push(group(x, y, drawPanel(panel, panelWidth, range, chart)));
    });
    y += Math.max(...row.map(panelHeight)) + gap / 2;
  }
  const height = Math.ceil(y + noteHeight);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeText(title)}">
<style>${style}</style>
<rect class="ground" width="${width}" height="${height}" rx="6"/>
${text(margin, margin + 14, "title", title)}
${drawn.join("\n")}
${text(margin, y + 8, "note", note)}
</svg>
`;
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** On a log scale whole decades, so that every bar has some length; on a linear one from 0. */
function rangeOf({ scale, panels }: Chart): Range {
  const bars = panels.flatMap((panel) => panel.bars);
  const most = Math.max(...bars.map(({ high }) => high));
  if (scale === "linear") {
    const step = roundStep(most / 4);
    const count = Math.ceil(most / step);
    const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
    return { least: 0, most: count * step, ticks };
  }
  const first = Math.floor(Math.log10(Math.min(...bars.map(({ low }) => low))));
  const last = Math.ceil(Math.log10(most));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return { least: 10 ** first, most: 10 ** last, ticks };
}

/** 1, 2 or 5 times a power of ten, at least `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5].find((times) => times * power >= step) ?? 10);
}

function panelHeight({ bars }: Panel): number {
  return panelTitleHeight + bars.length * rowHeight + axisHeight;
}

function drawPanel(panel: Panel, panelWidth: number, range: Range, { scale, tick }: Chart): string {
  const plot = panelWidth - labelWidth - textWidth;
  const place = (value: number): number => {
    const { least, most } = range;
    const share =
      scale === "linear" ? value / most : Math.log10(value / least) / Math.log10(most / least);
    return round(labelWidth + plot * Math.min(1, Math.max(0, share)));
  };
  const bottom = panelTitleHeight + panel.bars.length * rowHeight;
  const every = Math.ceil(range.ticks.length / 5);
  const grid = range.ticks.map((value, index) => {
    const x = place(value);
    const line = `<line class="grid" x1="${x}" y1="${panelTitleHeight - 4}" x2="${x}" y2="${bottom}"/>`;
    const label = text(x, bottom + 14, "tick", tick(value), "middle");
    return index % every === 0 ? line + label : line;
  });
  const bars = panel.bars.map((bar, index) => {
    const y = panelTitleHeight + index * rowHeight;
    const middle = y + barHeight / 2;
    const from = labelWidth;
    const to = place(bar.value);
    const isOmega = bar.tone === "omega";
    return [
      text(from - 8, y + 11, isOmega ? "omega-label" : "label", bar.label, "end"),
      `<rect class="${bar.tone}" x="${from}" y="${y}" width="${round(Math.max(1, to - from))}" height="${barHeight}" rx="2"/>`,
      `<line class="whisker" x1="${place(bar.low)}" y1="${middle}" x2="${place(bar.high)}" y2="${middle}"/>`,
      text(Math.max(to, place(bar.high)) + 6, y + 11, isOmega ? "omega-label" : "label", bar.text),
    ].join("");
  });
  return [text(0, 14, "panel", panel.title), ...grid, ...bars].join("\n");
}

function group(x: number, y: number, content: string): string {
  return `<g transform="translate(${round(x)} ${round(y)})">\n${content}\n</g>`;
}

function text(
  x: number,
  y: number,
  className: string,
  content: string,
  anchor: "start" | "middle" | "end" = "start",
): string {
  return `<text class="${className}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeText(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeText(content: string): string {
  return content
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
