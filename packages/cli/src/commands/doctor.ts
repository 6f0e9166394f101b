// `omegac doctor`: what keeps omegac from working as it should, here and on this machine.
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { examine, type Observation } from "../doctor/examination.ts";
import { exitCode } from "../exit-code.ts";
import type { Style } from "../output/style.ts";
import { countOf, wrapIndented } from "../output/wrap-text.ts";

export const doctorCommand = defineCommand(
  {
    name: "doctor",
    summary: "look for what keeps omegac from working as it should",
    operands: { usage: "", minimum: 0, maximum: 0 },
    options: {
      format: {
        kind: "choice",
        choices: ["pretty", "json"],
        default: "pretty",
        summary: "how to print",
      },
      ...sharedOptions,
    },
    description: [
      "Looks at Node.js, the program itself, the working folder, its configuration, the terminal and the parts that omegac can do without. Exits with 1 when something is wrong. The report holds no contents of files and can go into a bug report as it is.",
    ],
    examples: [{ line: "omegac doctor --format json", meaning: "for a bug report" }],
  },
  async (session, _operands, { format }) => {
    const observations = await examine(session);
    const problems = observations.filter(({ status }) => status === "problem").length;
    if (format === "json") {
      await session.print(`${JSON.stringify({ schemaVersion: 1, checks: observations })}\n`);
    } else {
      await session.print(printObservations(observations, session.style, session.width));
      const { errorStyle } = session;
      await session.note(
        problems === 0
          ? `${errorStyle.green("no problems")}\n`
          : `${errorStyle.red(countOf(problems, "problem"))}\n`,
      );
    }
    return problems === 0 ? exitCode.clean : exitCode.findings;
  },
);

function printObservations(
  observations: readonly Observation[],
  style: Style,
  width: number,
): string {
  const { phrase } = style;
  const column = Math.max(...observations.map(({ name }) => phrase(name).length)) + 6;
  return observations
    .map(({ status, name, message }) => {
      const [first = "", ...frame] = message.split("\n").map(phrase);
      const head = `  ${markOf(status, style)} ${phrase(name).padEnd(column - 4)}${wrapIndented(first, width, column)}`;
      return [head, ...frame.map((line) => (line === "" ? "" : `    ${line}`))].join("\n");
    })
    .map((text) => `${text}\n`)
    .join("");
}

function markOf(status: Observation["status"], style: Style): string {
  switch (status) {
    case "good":
      return style.green("✓");
    case "note":
      return style.yellow("·");
    case "problem":
      return style.red("✗");
  }
}
