// `check --format github`: findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
import { join } from "node:path";
import { rangeOf, type Severity } from "@omega/core";
import { displayPath } from "../input/find-files.ts";
import type { Finding } from "./finding.ts";

/** Where paths are taken from. */
export interface GithubFolders {
  /** The working folder, absolute, to which the findings' paths are relative. */
  readonly folder: string;
  /** Where the repository is checked out; null outside of a workflow. */
  readonly workspace: string | null;
}

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** One command a line. GitHub takes columns only where a finding begins and ends on one line. */
export function diagnosticsGithub(
  findings: readonly Finding[],
  { folder, workspace }: GithubFolders,
): string {
  return findings
    .map(({ diagnostic: { code, severity, message, span }, place: { path, source } }) => {
      const { start, end } = rangeOf(source, span);
      const file = workspace === null ? path : displayPath(join(folder, path), workspace);
      const columns =
        start.line === end.line
          ? [
              ["col", start.column],
              ["endColumn", end.column],
            ]
          : [];
      const properties = [
        ["file", file],
        ["line", start.line],
        ["endLine", end.line],
        ...columns,
        ["title", code],
      ]
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(",");
      return `::${commands[severity]} ${properties}::${escapeData(message)}\n`;
    })
    .join("");
}

/** As GitHub's own toolkit escapes the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
