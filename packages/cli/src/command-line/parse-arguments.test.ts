// Arguments are read by a command's own table, and mistakes in them name what would be right.
import { describe, expect, test } from "vitest";
import { Failure } from "../failure.ts";
import type { OptionTable } from "./option.ts";
import { commandIndex, parseArguments } from "./parse-arguments.ts";

const table = {
  strict: { kind: "switch", short: "s", summary: "" },
  config: { kind: "text", short: "c", placeholder: "FILE", summary: "" },
  set: { kind: "texts", placeholder: "NAME=VALUE", summary: "" },
  format: { kind: "choice", choices: ["pretty", "json"], default: "pretty", summary: "" },
  samples: { kind: "choice", choices: ["on", "off"], default: null, summary: "" },
  maximum: { kind: "count", placeholder: "N", summary: "" },
  help: { kind: "switch", short: "h", summary: "" },
} as const satisfies OptionTable;

const operands = { usage: "FILE", minimum: 1, maximum: 2 };

async function complaint(...argv: string[]): Promise<string> {
  try {
    await parseArguments(argv, table, operands);
  } catch (error) {
    if (error instanceof Failure) return `${error.message}; ${error.hint}`;
  }
  return "none";
}

describe("parseArguments", () => {
  test("gives every option a value", async () => {
    expect(await parseArguments(["a.omni"], table, operands)).toEqual({
      operands: ["a.omni"],
      values: {
        strict: false,
        config: null,
        set: [],
        format: "pretty",
        samples: null,
        maximum: null,
        help: false,
      },
    });
  });

  test("takes options anywhere, long and short, with and without `=`", async () => {
    const argv = [
      "-s",
      "--config=x.json",
      "a.omni",
      "--set",
      "A=-5C",
      "--set=B=1",
      "--maximum",
      "3",
    ];
    const { operands: found, values } = await parseArguments(argv, table, operands);
    expect(found).toEqual(["a.omni"]);
    expect(values).toMatchObject({
      strict: true,
      config: "x.json",
      set: ["A=-5C", "B=1"],
      maximum: 3,
    });
  });

  test("leaves `-` and whatever is behind `--` to the operands", async () => {
    expect(await parseArguments(["-", "--", "--strict"], table, operands)).toMatchObject({
      operands: ["-", "--strict"],
      values: { strict: false },
    });
    expect(await parseArguments(["a", "--config", "-"], table, operands)).toMatchObject({
      values: { config: "-" },
    });
  });

  test("the last of several values counts", async () => {
    const { values } = await parseArguments(
      ["a", "--format", "json", "--format=pretty"],
      table,
      operands,
    );
    expect(values.format).toBe("pretty");
  });

  test("names what would be right", async () => {
    expect(await complaint("a", "--strickt")).toBe(
      "unknown option `--strickt`; did you mean `--strict`?",
    );
    expect(await complaint("a", "--format", "jsn")).toBe(
      "`--format` cannot be `jsn`; did you mean `json`?",
    );
    expect(await complaint("a", "--format", "xml")).toBe(
      "`--format` cannot be `xml`; choose one of: pretty, json",
    );
    expect(await complaint("a", "--config")).toBe(
      "`--config` needs a value; for example `--config FILE`",
    );
    expect(await complaint("a", "--config", "--strict")).toContain("`--config` needs a value");
    expect(await complaint("a", "--strict=yes")).toContain("`--strict` takes no value");
    expect(await complaint("a", "--maximum", "-1")).toContain("`--maximum` needs a value");
    expect(await complaint("a", "--maximum", "1.5")).toContain("takes a whole number");
    expect(await complaint()).toContain("FILE is missing");
    expect(await complaint("a", "b", "c")).toBe("unexpected argument `c`; it takes FILE");
  });

  test("names that objects inherit are no options", async () => {
    expect(await complaint("a", "--constructor")).toContain("unknown option `--constructor`");
    expect(await complaint("a", "--__proto__=x")).toContain("unknown option");
  });

  test("help is given whatever is missing", async () => {
    expect(await complaint("-h")).toBe("none");
  });
});

test("commandIndex finds the command behind options and their values", () => {
  expect(commandIndex(["check", "a"], table)).toBe(0);
  expect(commandIndex(["--config", "x", "-s", "check", "a"], table)).toBe(3);
  expect(commandIndex(["--help"], table)).toBe(-1);
});
