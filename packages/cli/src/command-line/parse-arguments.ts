// Arguments to operands and option values, by a command's table. The scanning is Node's own; the rules and the
// messages are here.
import { parseArgs } from "node:util";
import { Failure, unknownName } from "../failure.ts";
import type { Operands } from "./command.ts";
import type { Option, OptionTable, OptionValues } from "./option.ts";

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type OptionToken = Extract<Token, { readonly kind: "option" }>;

export interface ParsedArguments {
  readonly operands: readonly string[];
  readonly values: OptionValues<OptionTable>;
}

/** The operands and values in `argv`. Throws a `Failure` that names the argument and what would be right. */
export async function parseArguments(
  argv: readonly string[],
  table: OptionTable,
  accepted: Operands,
): Promise<ParsedArguments> {
  const operands: string[] = [];
  const values = defaultValues(table);
  for (const token of scan(argv, table)) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind === "option") await take(token, table, values);
  }
  // Help is given whatever else is there.
  if (values.help !== true) checkOperands(operands, accepted);
  return { operands, values };
}

/** Where in `argv` the command's name is; -1 when there is none. Common options may stand before it. */
export function commandIndex(argv: readonly string[], table: OptionTable): number {
  return scan(argv, table).find((token) => token.kind === "positional")?.index ?? -1;
}

function scan(argv: readonly string[], table: OptionTable): readonly Token[] {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, option]) => [
      name,
      {
        type: option.kind === "switch" ? ("boolean" as const) : ("string" as const),
        ...(option.short === undefined ? {} : { short: option.short }),
      },
    ]),
  );
  return parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens;
}

type Values = { [name: string]: OptionValues<OptionTable>[string] };

function defaultValues(table: OptionTable): Values {
  return Object.fromEntries(
    Object.entries(table).map(([name, option]) => [name, defaultValue(option)]),
  );
}

function defaultValue(option: Option): Values[string] {
  switch (option.kind) {
    case "switch":
      return false;
    case "texts":
      return [];
    case "choice":
      return option.default;
    case "text":
    case "count":
      return null;
  }
}

async function take(token: OptionToken, table: OptionTable, values: Values): Promise<void> {
  const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
  if (option === undefined) {
    const known = Object.keys(table).map((name) => `--${name}`);
    throw await unknownName("unknown option", token.rawName, known);
  }
  const { rawName, value, inlineValue } = token;
  if (option.kind === "switch") {
    if (value !== undefined) throw new Failure(`\`${rawName}\` takes no value`);
    values[token.name] = true;
    return;
  }
  // `--config --strict` is a value forgotten, `--config=--strict` a strange file name.
  if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw new Failure(
      `\`${rawName}\` needs a value`,
      `for example \`${usageOf(rawName, option)}\``,
    );
  }
  switch (option.kind) {
    case "text":
      values[token.name] = value;
      return;
    case "texts": {
      const before = values[token.name];
      values[token.name] = Array.isArray(before) ? [...before, value] : [value];
      return;
    }
    case "choice":
      if (!option.choices.includes(value)) {
        throw await unknownName(`\`${rawName}\` cannot be`, value, option.choices);
      }
      values[token.name] = value;
      return;
    case "count":
      if (!/^\d{1,15}$/.test(value)) {
        throw new Failure(`\`${rawName}\` cannot be \`${value}\``, "it takes a whole number");
      }
      values[token.name] = Number(value);
  }
}

/** `--format json`, `--config FILE`: the option with what its value looks like. */
function usageOf(rawName: string, option: Exclude<Option, { kind: "switch" }>): string {
  const value = option.kind === "choice" ? (option.choices[0] ?? "") : option.placeholder;
  return `${rawName} ${value}`;
}

function checkOperands(operands: readonly string[], accepted: Operands): void {
  const { usage, minimum, maximum } = accepted;
  if (operands.length < minimum) throw new Failure(`${usage.split(" ")[0]} is missing`);
  const extra = operands[maximum];
  if (extra !== undefined) {
    throw new Failure(
      `unexpected argument \`${extra}\``,
      maximum === 0 ? null : `it takes ${usage}`,
    );
  }
}
