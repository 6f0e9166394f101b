// Documents to import that meddle with the one that imports them: they declare its names, in other units too, constrain its
// actions, give rights to them, and import each other, or what is not there.
import type { Draw } from "./draw.ts";
import { mutate } from "./mutations.ts";

/** An IMPORT section with the texts it leads to, by path. */
export interface DrawnImports {
  readonly section: string;
  readonly imported: ReadonlyMap<string, string>;
}

/** The paths that imports are drawn from; nothing is ever at the last. */
const paths = ["site.omni", "crew.omni", "cell/zone.omni", "absent.omni"] as const;

const weighed = [
  [5, () => paths[0]],
  [4, () => paths[1]],
  [2, () => paths[2]],
  [1, () => paths[3]],
] as const;

/** Imports for a document of this text. */
export function drawImports(draw: Draw, text: string): DrawnImports {
  const items = draw.list(1, 3, () => `- "${draw.weighted(weighed)}"\n`);
  const imported = paths.slice(0, -1).map((path) => [path, drawImported(draw, text)] as const);
  return { section: `IMPORT:\n${items.join("")}\n`, imported: new Map(imported) };
}

/** Another text for one of them. */
export function drawOtherImport(draw: Draw, text: string): readonly [path: string, text: string] {
  return [draw.pick(paths.slice(0, -1)), drawImported(draw, text)];
}

/** One of the imported texts; most are in order by themselves, for an import with errors keeps much else from being said. */
function drawImported(draw: Draw, text: string): string {
  const own = [...new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];
  const { names, values, conditions, origin } = draw.chance(2, 3) ? orderly : wild;
  const any = (): string =>
    own.length > 0 && draw.chance(1, 2) ? draw.pick(own) : draw.pick(wild.names);
  const lines = (most: number, line: () => string): string =>
    draw
      .list(0, most, line)
      .map((each) => `- ${each}\n`)
      .join("");
  const condition = (): string => draw.pick(conditions).replace("$", any);
  const declared = new Map<string, string>();
  for (const name of draw.list(0, 5, () => draw.pick(names))) {
    declared.set(name, draw.pick(values(name)));
  }
  if (draw.chance(1, 4)) declared.set(any(), draw.pick(wild.values("")));
  const declarations = [...declared].map(([name, value]) => `- ${name}: ${value}\n`).join("");
  const written = [
    "INTENT: The site is safe.\n",
    draw.chance(1, 4) ? `IMPORT:\n- "${draw.pick(origin)}"\n` : "",
    `ACTOR:\n- Primary: Site\n${lines(2, () => `Secondary: Crew ${draw.pick(["MAY", "APPROVES"])} ${any()}`)}`,
    `CONTEXT:\n- Domain: site\n${declarations}`,
    `CONSTRAINT:\n${lines(4, () =>
      draw.pick([
        `Safety: NEVER ${any()} WHEN ${condition()}`,
        `Safety [${any()}]: NEVER ${any()} AND ${any()}`,
        `Safety [NoRush]: NEVER ${any()}`,
        `Safety: ALWAYS ${any()} WHEN ${condition()}`,
        `Safety: AT MOST 1 OF ${any()}, ${any()}${draw.chance(1, 8) ? " PER x" : ""}`,
        `Safety: ${any()} REQUIRES ${any()}`,
      ]),
    )}`,
    `IMPACT:\n${lines(2, () => `Effect: ${any()} ${draw.pick(["RAISES", "LOWERS"])} ${draw.pick(["Temp", "Temp", any()])} BY 1C`)}`,
  ].join("");
  return draw.chance(1, 8) ? mutate(draw, written) : written;
}

/** What imported documents are written with; a `$` in a condition is any name. */
interface Vocabulary {
  readonly names: readonly string[];
  readonly values: (name: string) => readonly string[];
  readonly conditions: readonly string[];
  /** Paths, as a document of any folder may write them. */
  readonly origin: readonly string[];
}

/** Names of which all say the same. */
const orderly: Vocabulary = {
  names: ["Temp", "Témp", "Other", "Limit", "Levels", "TimeZone"],
  values: (name) =>
    ({
      Other: ["<m>", "<m?>", "3m"],
      Limit: ["<number>", "4", "<0..10>"],
      Levels: ["[1, 2]", "<[number]>"],
      TimeZone: ["+07:00", "+05:30", "nowhere"],
    })[name] ?? ["<C>", "30C", "<0..100 C>", "<C> = 20C", "<C?>"],
  conditions: [
    "Temp > 5C",
    "Témp > Temp",
    "Other > 5m",
    "Limit > 3",
    "Tmep > 3C",
    "ANY v IN Levels SATISFIES v > Limit",
    "$ IS KNOWN",
    "std::time::hour(std::time::now()) > 6",
    "Unheard > 3C",
  ],
  origin: ["site.omni", "crew.omni"],
};

const wild: Vocabulary = {
  names: ["Temp", "Other", "Limit", "Levels", "Alert", "StopMachine", "Témp", "TimeZone"],
  values: () => [
    "<C>",
    "<m>",
    "30C",
    "30",
    "some prose",
    '"red"',
    "<0..10 C> = 20C",
    "<{ near: m }>",
    "<boolean?>",
    "+07:00",
    "[1, 2m]",
    "<unheard>",
  ],
  conditions: [
    "$ > 3",
    "$ > 5C",
    "$ > 5m",
    '$ == "red"',
    "$",
    "ANY v IN $ SATISFIES v > Temp",
    "std::time::hour($) > 3",
    "Temp > Other",
    "Other > 5m AND Other > 5C",
  ],
  origin: [...paths, "../site.omni", "cell/crew.omni", "policy.omni"],
};
