// Help, made from the declarations: the overview, and a command's own page.
import type { Style } from "../output/style.ts";
import { wrapIndented, wrapText } from "../output/wrap-text.ts";
import type { Command, CommandEntry, CommandGroup } from "./command.ts";
import type { Option } from "./option.ts";
import { sharedOptions } from "./shared-options.ts";

/** What `omegac --help` prints. */
export function printOverview(
  commands: readonly CommandEntry[],
  style: Style,
  width: number,
): string {
  const { phrase } = style;
  return [
    phrase("omegac checks, formats, runs, explains and tests OMEGA policies."),
    "",
    `${style.bold(phrase("usage:"))} omegac ${phrase("COMMAND [OPTION…] [PATH…]")}`,
    "",
    ...commandRows(commands, style, width),
    style.bold(phrase("options:")),
    ...rows(
      [
        {
          left: "-h, --help",
          right: "print this help, or a command's with `omegac COMMAND --help`",
        },
        { left: "-V, --version", right: "print the version" },
      ],
      style,
      width,
    ),
    "",
    style.bold(phrase("exit status:")),
    ...rows(
      [
        { left: "0", right: "nothing found" },
        { left: "1", right: "findings, failed examples, or a decision named by --fail-on" },
        { left: "2", right: "wrong usage or configuration, input that cannot be read" },
        { left: "70", right: "a mistake of omegac's own" },
      ],
      style,
      width,
    ),
    "",
  ].join("\n");
}

/** The commands under their headings, in one column. */
function commandRows(commands: readonly CommandEntry[], style: Style, width: number): string[] {
  const table = rows(
    commands.map(({ name, summary }) => ({ left: name, right: summary })),
    style,
    width,
  );
  const { phrase } = style;
  const headings: Readonly<Record<CommandGroup, string>> = {
    write: phrase("commands to write:"),
    decide: phrase("commands to decide:"),
    "be sure": phrase("commands to be sure:"),
    "hand on": phrase("commands to hand on:"),
    "serve and set up": phrase("commands to serve and set up:"),
  };
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.flatMap((group) => [
    style.bold(headings[group]),
    ...table.filter((_, index) => commands[index]?.group === group),
    "",
  ]);
}

/** What `omegac COMMAND --help` prints. */
export function printHelp(command: Command, style: Style, width: number): string {
  const own = Object.entries(command.options).filter(([name]) => !(name in sharedOptions));
  const { phrase } = style;
  const option = ([name, declared]: readonly [string, Option]) => ({
    left: optionUsage(name, declared),
    right: optionSummary(declared, phrase),
  });
  return [
    `omegac ${command.name}: ${phrase(command.summary)}`,
    "",
    `${style.bold(phrase("usage:"))} omegac ${command.name} ${phrase("[OPTION…]")} ${command.operands.usage}`.trimEnd(),
    ...command.description.flatMap((paragraph) => ["", ...wrapText(phrase(paragraph), width)]),
    ...(own.length === 0
      ? []
      : ["", style.bold(phrase("options:")), ...rows(own.map(option), style, width)]),
    "",
    style.bold(phrase("options of every command:")),
    ...rows(Object.entries(sharedOptions).map(option), style, width),
    ...(command.examples.length === 0 ? [] : ["", style.bold(phrase("examples:"))]),
    ...command.examples.flatMap(({ line, meaning }) => [
      `  ${style.cyan(line)}`,
      ...wrapText(phrase(meaning), width - 6).map((text) => `      ${text}`),
    ]),
    "",
  ].join("\n");
}

function optionUsage(name: string, option: Option): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  switch (option.kind) {
    case "switch":
      return `${short}--${name}`;
    case "choice":
      return `${short}--${name} ${option.choices.join("|")}`;
    case "text":
    case "texts":
    case "count":
      return `${short}--${name} ${option.placeholder}`;
  }
}

function optionSummary(option: Option, phrase: Style["phrase"]): string {
  return option.kind === "choice" && option.default !== null
    ? `${phrase(option.summary)} ${phrase(`(${option.default} unless given)`)}`
    : phrase(option.summary);
}

interface Row {
  readonly left: string;
  readonly right: string;
}

/** Two columns; where the left one is too wide, the right one begins on the next line. */
function rows(table: readonly Row[], style: Style, width: number): string[] {
  const widest = Math.max(...table.map(({ left }) => left.length));
  const left = Math.min(widest, WIDEST_LEFT) + 4;
  return table.map((row) => {
    const name = `  ${style.cyan(row.left)}`;
    const right = wrapIndented(style.phrase(row.right), width, left);
    return row.left.length + 4 > left
      ? `${name}\n${" ".repeat(left)}${right}`
      : `${name}${" ".repeat(left - 2 - row.left.length)}${right}`;
  });
}

const WIDEST_LEFT = 22;
