// The desktop host: code-server on a free port of this machine, with the packed extension installed and a folder open.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EditorFolders, EditorHost, RunningEditor } from "./host.ts";
import { installCodeServer } from "./install-code-server.ts";

export const desktopHost: EditorHost = {
  name: "desktop",
  install: installCodeServer,
  start: startCodeServer,
};

/** Starts it, once the extension is installed; `server` is the folder of code-server. */
async function startCodeServer(
  server: string,
  { vsix, workspace, state, session }: EditorFolders,
): Promise<RunningEditor> {
  const user = join(state, "user");
  await mkdir(join(user, "User"), { recursive: true });
  await writeFile(join(user, "User", "settings.json"), JSON.stringify(session.settings));
  await writeFile(join(state, "config.yaml"), "auth: none\n");
  const entry = join(server, "out", "node", "entry.js");
  const shared = [
    ...["--user-data-dir", user],
    ...["--extensions-dir", join(state, "extensions")],
    ...["--config", join(state, "config.yaml")],
  ];
  const installed = spawnSync(process.execPath, [entry, ...shared, "--install-extension", vsix], {
    encoding: "utf8",
  });
  if (installed.status !== 0) {
    throw new Error(`the extension was not installed:\n${installed.stdout}${installed.stderr}`);
  }
  const child = spawn(process.execPath, [
    entry,
    ...shared,
    ...["--auth", "none", "--bind-addr", "127.0.0.1:0"],
    ...["--disable-telemetry", "--disable-update-check"],
    ...(session.isTrusted ? ["--disable-workspace-trust"] : []),
    workspace,
  ]);
  const base = await addressSaid(child);
  return {
    address: `${base}/?folder=${encodeURIComponent(workspace)}`,
    end: () => void child.kill(),
  };
}

/** The address it says it listens on. */
function addressSaid(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: unknown): void => {
      said += String(chunk);
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("exit", () => reject(new Error(`code-server ended:\n${said}`)));
  });
}
