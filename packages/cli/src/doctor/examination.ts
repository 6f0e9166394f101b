// What `omegac doctor` looks at, one check after the other. None of them throws, and none tells what is in a file.
import { accessSync, constants, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { engineVersion } from "@omega/core";
import {
  configurationFileName,
  createConfigurationFinder,
} from "../configuration/find-configuration.ts";
import { Failure } from "../failure.ts";
import { displayPath } from "../input/find-files.ts";
import { reasonOf } from "../input/read-text.ts";
import { cacheFile } from "../load-program.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";

/** The outcome of a check. A `note` is worth knowing and no fault. */
export interface Observation {
  readonly status: "good" | "note" | "problem";
  readonly name: string;
  readonly message: string;
}

/** Every check in its order. */
export async function examine(session: Session): Promise<readonly Observation[]> {
  return [
    { status: "good", name: "omegac", message: engineVersion },
    nodeVersion(session),
    startingTime(session),
    await workingFolder(session),
    configuration(session),
    terminal(session),
    ...(await parts(session)),
  ];
}

const LEAST_NODE = [20, 19] as const;

function nodeVersion({ host: { runtime } }: Session): Observation {
  const { version, platform, architecture } = runtime;
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  const fits = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  const message = `${version} on ${platform} ${architecture}`;
  return fits
    ? { status: "good", name: "Node.js", message }
    : {
        status: "problem",
        name: "Node.js",
        message: `${message}; omegac needs ${LEAST_NODE.join(".")} or newer`,
      };
}

/** Whether V8 takes the code cache that was built beside the program. Without one omegac works, and starts later. */
function startingTime({ host: { runtime } }: Session): Observation {
  const name = "code cache";
  try {
    const folder = dirname(realpathSync(runtime.script));
    const program = readdirSync(folder).find((file) => /^omegac-[0-9a-f]+\.cjs$/.test(file));
    if (program === undefined) {
      return { status: "note", name, message: "none, omegac was not started from its bundle" };
    }
    const file = join(folder, program);
    const script = new Script(`(function(module,require){${readFileSync(file, "latin1")}\n})`, {
      filename: file,
      cachedData: readFileSync(cacheFile(file)),
    });
    return script.cachedDataRejected === true
      ? {
          status: "note",
          name,
          message: "made by another build of Node.js, so omegac starts slower",
        }
      : { status: "good", name, message: "fits this Node.js" };
  } catch {
    return {
      status: "note",
      name,
      message: `none for Node.js ${runtime.version}, so omegac starts slower`,
    };
  }
}

async function workingFolder({ host: { folder } }: Session): Promise<Observation> {
  const name = "working folder";
  try {
    readdirSync(folder);
    const { documentsIn } = await import("../input/match-documents.ts");
    const documents = await documentsIn(folder);
    const unreadable = documents.filter((file) => !isReadable(file));
    const [first] = unreadable;
    if (first !== undefined) {
      const path = displayPath(first, folder);
      const message = `${countOf(unreadable.length, "document")} cannot be read, such as \`${path}\``;
      return { status: "problem", name, message };
    }
    return { status: "good", name, message: `readable, ${countOf(documents.length, "document")}` };
  } catch (error) {
    return { status: "problem", name, message: reasonOf(error) };
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function configuration(session: Session): Observation {
  const name = "configuration";
  const { folder } = session.host;
  try {
    const { root, settings } = createConfigurationFinder(session)(folder);
    if (root === null) {
      return {
        status: "note",
        name,
        message: `no ${configurationFileName} here or above, so everything has its default; omegac init writes one`,
      };
    }
    const file = session.options.config ?? displayPath(join(root, configurationFileName), folder);
    return { status: "good", name, message: `${file}${settings.strict ? ", strict" : ""}` };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: "problem", name, message: error.message };
  }
}

function terminal({ host, style }: Session): Observation {
  const { stdout, environment } = host;
  const colored = style.bold("x") !== "x";
  const decided = ["NO_COLOR", "FORCE_COLOR"].filter((variable) => environment[variable]);
  const colors = `${colored ? "colours" : "no colours"}${decided.length === 0 ? "" : ` (${decided.join(", ")})`}`;
  const width = stdout.columns === undefined ? "" : `, ${countOf(stdout.columns, "column")}`;
  return {
    status: "good",
    name: "terminal",
    message: stdout.isTerminal ? `${colors}${width}` : `none on stdout, ${colors}`,
  };
}

/** Parts that come by themselves, and the command that needs each. */
const optionalParts = [
  { name: "solver", command: "prove" },
  { name: "runner", command: "serve" },
  { name: "language server", command: "lsp" },
];

async function parts({ commands }: Session): Promise<readonly Observation[]> {
  return Promise.all(
    optionalParts.map(async ({ name, command }): Promise<Observation> => {
      const entry = commands.find((known) => known.name === command);
      if (entry === undefined) {
        return { status: "note", name, message: "not part of this version" };
      }
      try {
        await entry.load();
        return { status: "good", name, message: `there, for omegac ${command}` };
      } catch {
        const message = `cannot be loaded, so omegac ${command} will not work; install omegac again`;
        return { status: "problem", name, message };
      }
    }),
  );
}
