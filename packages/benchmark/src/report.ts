// The page that a run writes, docs/performance.md. All its numbers are figures of that run.
import { judge, megabytesPerSecond } from "./bars.ts";
import { type ComparedEngine, compareEngines } from "./comparison.ts";
import type { Drawing } from "./draw-figures.ts";
import type { WorkloadFigures } from "./evaluation.ts";
import type { Figures } from "./figures.ts";
import { formatDuration, formatNumber } from "./format.ts";
import { quantile, ratiosOf, type Spread, spreadOf } from "./statistics.ts";

/** The page, with the drawings at their places; parts that were not measured are left out. */
export function writeReport(figures: Figures, drawings: readonly Drawing[]): string {
  const picture = (file: string): string => {
    const drawing = drawings.find((each) => each.file === file);
    return drawing === undefined ? "" : `![${drawing.title}](charts/${file})`;
  };
  return `${[
    ...opening(figures),
    ...bars(figures),
    ...decisions(figures, picture("decisions.svg")),
    ...parsing(figures, picture("parsing.svg")),
    ...keystroke(figures),
    ...editor(figures),
    ...growth(figures),
    ...starting(figures),
    ...memory(figures),
    ...versions(figures),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

function opening({ date, isQuick, minutes, machine }: Figures): readonly string[] {
  const { node, v8, platform, processor, cores, memoryGigabytes, load } = machine;
  return [
    "# Speed",
    `Measured on ${date} by \`npm run bench\`, which wrote this page${isQuick ? " from a quick look, too short to rely on" : ""}: Node.js ${node} (V8 ${v8}) on ${platform}, ${processor}, ${cores} cores, ${memoryGigabytes} GB of memory; the load average was ${load.toFixed(2)} when it began, and it took ${Math.ceil(minutes)} min.`,
    "Absolute times move with the machine, ratios of one run much less. Everything compared was measured in interleaved rounds: each round runs every candidate, so what disturbs the machine disturbs all of them. A figure is the median of the rounds, the range behind it the first and third quartile, a ratio the median of the rounds' own ratios. The raw figures, round by round and to four digits, are in [performance.json](performance.json).",
    "To measure again: `npm run bench`. For a look that writes nothing: `npm run bench -- --quick`. For one part: `npm run bench -- --only parse`.",
  ];
}

function bars(figures: Figures): readonly string[] {
  const rows = judge(figures).map(({ about, bar, reached }) => [
    about,
    bar,
    reached?.text ?? "not measured",
    reached === null ? "" : reached.isMet ? "met" : "**not met**",
  ]);
  return [
    "## Where OMEGA is to stand, and where it stands",
    table(["", "bar", "reached", ""], rows),
    "The HTTP runner has a bar of its own, which `npm run load` measures: [the runner under load](performance-runner.md).",
  ];
}

function decisions({ evaluation }: Figures, picture: string): readonly string[] {
  if (evaluation.length === 0) return [];
  const compared = evaluation.map((workload) => ({
    workload,
    engines: compareEngines(workload),
  }));
  const names = [...new Set(compared.flatMap(({ engines }) => engines.map(({ name }) => name)))];
  const order = [...names].sort((a, b) => rank(evaluation, a) - rank(evaluation, b));
  const rowsOf = (cell: (engine: ComparedEngine, place: number) => string) =>
    order.map((name) => [
      name,
      ...compared.map(({ engines }) => {
        const place = engines.findIndex((engine) => engine.name === name);
        const engine = engines[place];
        return engine === undefined ? "" : cell(engine, place);
      }),
    ]);
  const header = ["prepared once, evaluated many times", ...evaluation.map(({ title }) => title)];
  return [
    "## Decisions",
    picture,
    "Times the hand-written function:",
    table(
      header,
      rowsOf(({ ratio }, place) => (place === 0 ? "1" : formatNumber(ratio.median))),
    ),
    "Time for one decision:",
    table(
      header,
      rowsOf(({ time }) => formatSpread(time)),
    ),
    checked(evaluation),
    ...skipped(evaluation),
    "What the rows do:",
    [
      "- *hand-written JavaScript* is a function of a few comparisons that returns the names of the actions. It records nothing, checks nothing, and trusts its input. For hundreds of rules it is split into functions of fifty, for the list of two hundred it uses a set; the rows under it show the plainer way.",
      "- *OMEGA* is `policy.evaluate(context)` on a plain object: the context is copied, every value is checked for its kind, fuel is counted, and the answer is the full decision: actions with rule, line, bindings and actors, unknowns, violations, usage. Its status, actions, unknowns and usage are read each time; its hashes are not, and are not computed then.",
      "- *prepared context* is the same on `prepareContext(context)`, made beforehand: for programs that put one context to several policies, or often to one.",
      "- *with the decision's id* reads `decision.id` as well, a hash over the decision and over the context: what a program pays that keeps decisions as evidence.",
      "- *reference interpreter* walks the tree at every evaluation, as a host does that forbids generated code.",
      "- A peer gives the actions and no record of why. Each is asked in the fastest of the ways that were tried: prepared, compiled or parsed beforehand; by its own loop where it has one; once for each element where it has none (json-rules-engine, Cedar). What has to be sorted or flattened to compare answers is not timed.",
      "- Contexts are complete and plain JSON: no peer has an answer for a missing reading.",
    ].join("\n"),
  ];
}

/** Functions by hand first, then OMEGA, then the peers. */
function rank(evaluation: readonly WorkloadFigures[], name: string): number {
  const kinds = ["hand-written", "omega", "peer"];
  const kind = evaluation
    .flatMap(({ engines }) => engines)
    .find((engine) => engine.name === name)?.kind;
  return kinds.indexOf(kind ?? "peer");
}

function checked(evaluation: readonly WorkloadFigures[]): string {
  const most = Math.max(
    ...evaluation.flatMap(({ engines }) => engines.map(({ checkedContexts }) => checkedContexts)),
  );
  const fewer = evaluation.flatMap(({ title, engines }) =>
    engines
      .filter(({ checkedContexts }) => checkedContexts < most)
      .map(({ name, checkedContexts }) => `${name} on ${title}: ${checkedContexts}`),
  );
  const exceptions =
    fewer.length === 0 ? "" : ` Slow ones on as many as time allowed: ${fewer.join("; ")}.`;
  return `Before anything was timed, every engine took the same actions in the same order on ${formatNumber(most)} random contexts of each workload.${exceptions}`;
}

function skipped(evaluation: readonly WorkloadFigures[]): readonly string[] {
  const reasons = new Map(
    evaluation.flatMap((workload) => workload.skipped.map(({ name, reason }) => [name, reason])),
  );
  return [...reasons].map(
    ([name, reason]) => `${name} could not be loaded on this machine: ${oneLine(reason)}`,
  );
}

function parsing({ parsing }: Figures, picture: string): readonly string[] {
  if (parsing === null) return [];
  const names = [...new Set(parsing.flatMap(({ timings }) => timings.map(({ name }) => name)))];
  const rows = names.map((name) => [
    name,
    ...parsing.map(({ bytes, timings }) => {
      const rounds = timings.find((timing) => timing.name === name)?.rounds;
      if (rounds === undefined) return "";
      const spread = spreadOf(rounds);
      return `${formatSpread(spread)}, ${formatNumber(megabytesPerSecond(bytes, spread.median))} MB/s`;
    }),
  ]);
  const header = ["", ...parsing.map(({ bytes }) => `${formatNumber(bytes / 1e3)} KB`)];
  return [
    "## Parsing",
    picture,
    table(header, rows),
    "Documents as people write them: declarations with units and ranges, rules of every kind, comments, evidence, examples; different ones in turn. *Ohm* is the reference parser of `@omega/core/reference`, which runs the published grammar and makes the same trees.",
  ];
}

function keystroke({ keystroke }: Figures): readonly string[] {
  if (keystroke === null) return [];
  const { bytes, keystrokes, kinds, importing } = keystroke;
  const timesOf = (times: readonly number[]): readonly string[] =>
    [0.5, 0.95, 1].map((share) => formatDuration(quantile(times, share)));
  const [median, late] = timesOf(keystrokes);
  const [medianImporting, lateImporting] = timesOf(importing.keystrokes);
  const rows = kinds
    .filter((each) => each.keystrokes.length > 0)
    .map((each) => [each.kind, ...timesOf(each.keystrokes), `${each.keystrokes.length}`]);
  return [
    "## A keystroke",
    `From a keystroke to all diagnostics in an open document (\`openDocument\`) of ${formatNumber(bytes / 1e3)} KB, by the clock, at random places all over it: median ${median}, 95th percentile ${late}, over ${keystrokes.length} keystrokes of all kinds. What is typed is taken back afterwards.`,
    table(["what is typed", "median", "95th percentile", "longest", "keystrokes"], rows),
    `The same in a document of ${formatNumber(importing.bytes / 1e3)} KB that imports another of ${formatNumber(importing.importedBytes / 1e3)} KB, with half of the declarations, constraints, effects and rights: median ${medianImporting}, 95th percentile ${lateImporting}, over ${importing.keystrokes.length} keystrokes.`,
  ];
}

function editor({ editor }: Figures): readonly string[] {
  if (editor === null) return [];
  const { bytes, keystrokes, askedKeystrokes, answers, memory } = editor;
  const [median, late, longest] = [0.5, 0.95, 1].map((share) =>
    formatDuration(quantile(keystrokes, share)),
  );
  const held = memory.map(({ bytes: resident }) => `${formatNumber(resident / 2 ** 20)} MiB`);
  const edits = memory.map((each) => `${formatNumber(each.edits)} edits`);
  return [
    "## A keystroke in an editor",
    `The same keystrokes in the same document of ${formatNumber(bytes / 1e3)} KB, sent to \`omegac lsp --stdio\` as it ships, until the client has all diagnostics: median ${median}, 95th percentile ${late}, longest ${longest}, over ${keystrokes.length} keystrokes.`,
    `While the client also asks, after each keystroke, for all that an editor shows (semantic tokens, inlay hints, lenses, folding, outline, links, highlights, actions), and takes back what it no longer waits for: diagnostics after ${formatDuration(quantile(askedKeystrokes, 0.5))}, 95th percentile ${formatDuration(quantile(askedKeystrokes, 0.95))}; all of it after ${formatDuration(quantile(answers, 0.5))}, 95th percentile ${formatDuration(quantile(answers, 0.95))}.`,
    ...(memory.length === 0
      ? []
      : ["What the server's process holds in memory meanwhile:", table(edits, [held])]),
  ];
}

function growth({ growth }: Figures): readonly string[] {
  if (growth === null) return [];
  const [first] = growth;
  if (first === undefined) return [];
  const rows = (["parse", "compile", "evaluate"] as const).map((stage) => {
    const perRule = growth.map(({ rules, [stage]: rounds }) => spreadOf(rounds).median / rules);
    const [fewest = Number.NaN] = perRule;
    const most = perRule.at(-1) ?? Number.NaN;
    return [stage, ...perRule.map(formatDuration), formatNumber(most / fewest)];
  });
  const header = [
    "time a rule",
    ...growth.map(({ rules }) => `${formatNumber(rules)} rules`),
    "growth",
  ];
  return [
    "## Growth",
    table(header, rows),
    "The generated documents of the workloads. `compile` parses, checks and compiles. A growth of 1 is linear.",
  ];
}

function starting({ coldStart, manyFiles }: Figures): readonly string[] {
  const rows: string[][] = [];
  if (coldStart !== null) {
    const { node, check, firstDecision } = coldStart;
    const milliseconds = (values: readonly number[]): string =>
      formatSpread(spreadOf(values.map((value) => value * 1e6)));
    const ratio = ratiosOf(check, node).median.toFixed(2);
    rows.push(
      ["`node -e 0`, whole process", milliseconds(node)],
      [
        `\`omegac check\` of one file of 2 KB, whole process`,
        `${milliseconds(check)}; ${ratio} times`,
      ],
      ["loading `@omega/core`", milliseconds(firstDecision.map(({ load }) => load))],
      [
        "compiling 500 rules, the first thing a process does",
        milliseconds(firstDecision.map(({ compile }) => compile)),
      ],
      ["its first decision by 500 rules", milliseconds(firstDecision.map(({ first }) => first))],
      ["its tenth", milliseconds(firstDecision.map(({ tenth }) => tenth))],
    );
  }
  if (manyFiles !== null) {
    const { files, bytes, runs } = manyFiles;
    const spread = formatSpread(spreadOf(runs.map((value) => value * 1e6)));
    rows.push([
      `\`omegac check\` of ${formatNumber(files)} files of ${formatNumber(bytes / 1e3)} KB, whole process`,
      spread,
    ]);
  }
  return rows.length === 0 ? [] : ["## Starting", table(["", ""], rows)];
}

function memory({ memory }: Figures): readonly string[] {
  if (memory === null) return [];
  const { documentBytes, treeBytesPerByte, policyBytesPerByte, evaluations, retained } = memory;
  const size = `${formatNumber(documentBytes / 1e3)} KB`;
  const rows = [
    [
      `the tree of a document of ${size}`,
      `${formatNumber(treeBytesPerByte)} bytes for each byte of text`,
    ],
    [
      "the same compiled: tree, analysis, program",
      `${formatNumber(policyBytesPerByte)} bytes for each byte of text`,
    ],
    ...retained.map(({ title, bytesPerEvaluation }) => [
      `retained by one evaluation, ${title}`,
      `${bytesPerEvaluation.toFixed(3)} bytes`,
    ]),
  ];
  return [
    "## Memory",
    table(["", ""], rows),
    `Heap in use after garbage collection. What evaluations retain is the difference that ${formatNumber(evaluations)} of them make after as many before.`,
  ];
}

function versions({ versions }: Figures): readonly string[] {
  const rows = versions.map(({ name, version }) => [name, version ?? "not installed"]);
  return ["## Versions", table(["package", "version"], rows)];
}

/** `74 ns (72–79)`, the ends in the unit of the median where they have the same. */
function formatSpread({ median, low, high }: Spread): string {
  const [value, unit] = splitUnit(formatDuration(median));
  const ends = [low, high].map((end) => {
    const [digits, endUnit] = splitUnit(formatDuration(end));
    return endUnit === unit ? digits : `${digits} ${endUnit}`;
  });
  return `${value} ${unit} (${ends.join("–")})`;
}

function splitUnit(duration: string): readonly [string, string] {
  const space = duration.lastIndexOf(" ");
  return [duration.slice(0, space), duration.slice(space + 1)];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function oneLine(message: string): string {
  return message.replaceAll(/\s+/g, " ").trim();
}
