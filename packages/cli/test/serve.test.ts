// The runner as a process of its own: started, asked, told to end, by the command line that ships.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { mkdir } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runProgram } from "@omega/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

/** Where a signal ends a process at once, and links take rights. */
const isWindows = process.platform === "win32";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const program = join(dist, "omegac.cjs");

beforeAll(async () => void (await bundle(dist)), 110_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const policy = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>

RULE:
- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
`;

interface Served {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly url: string;
  readonly port: number;
  /** What it wrote to stderr so far. */
  readonly log: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<unknown>;
}

const started: Served[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const { process: child, ended } of started.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "omega-serve-"));
  folders.push(folder);
  return folder;
}

/** What the process sees of this one's environment: a runtime folder of its own. */
function environmentOf(folder: string, more: Readonly<Record<string, string>> = {}) {
  return { XDG_RUNTIME_DIR: folder, OMEGA_WORKERS: "1", ...more };
}

/** Starts `omegac serve` on a free port and waits until it listens. */
async function serve(
  argv: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
  folder = newFolder(),
): Promise<Served> {
  const child = spawn(process.execPath, [program, "serve", "--port", "0", ...argv], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environmentOf(folder, more) },
    stdio: "pipe",
  });
  let log = "";
  child.stderr?.on("data", (data: Buffer) => {
    log += data.toString();
  });
  const ended = once(child, "exit").then(([code]) => code);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (data: Buffer) => {
      said += data.toString();
      const [, address] = /^listening on (\S+)\n/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    void ended.then((code) => reject(new Error(`it ended with ${String(code)}:\n${log}`)));
  });
  const served = {
    process: child,
    folder,
    url,
    port: Number(new URL(url).port),
    log: () => log,
    ended,
  };
  started.push(served);
  return served;
}

const run = (
  folder: string,
  argv: readonly string[],
  more: Readonly<Record<string, string>> = {},
) => runProgram(program, argv, folder, { environment: environmentOf(folder, more) });

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("starting", () => {
  test("says where it listens, answers, and says who it is", async () => {
    const { url, port } = await serve(["--rate-limit", "7"], { OMEGA_RATE_LIMIT: "3" });
    expect(await (await fetch(`${url}/info`)).json()).toMatchObject({
      server: "omega-native-runner",
      address: "127.0.0.1",
      port,
      rate_limit: 7,
      requests_handled: 1,
    });
  });

  test("flags over environment over configuration, whose paths are from where it is", async () => {
    const folder = newFolder();
    await mkdir(join(folder, "served"));
    writeFileSync(join(folder, "served", "cell.omni"), policy);
    const runner = { rateLimit: 1, buildVersion: "from-configuration", policies: "served" };
    writeFileSync(join(folder, "omega.config.json"), JSON.stringify({ runner }));
    const { url } = await serve([], { OMEGA_RATE_LIMIT: "50" }, folder);
    expect(await (await fetch(`${url}/info`)).json()).toMatchObject({
      rate_limit: 50,
      version: "from-configuration",
    });
    expect((await post(`${url}/v1/evaluate`, { policy: "cell", context: {} })).status).toBe(200);
  });

  test("a port in use is an error in words", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { exitCode, stdout, stderr } = await run(newFolder(), ["serve", "--port", String(port)]);
    server.close();
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(
      `error: port ${port} of 127.0.0.1 is in use; stop what uses it, or choose another with \`--port\`\n`,
    );
  });

  test("what is wrong is named with its value and what is allowed, all at once", async () => {
    const { exitCode, stderr } = await run(newFolder(), ["serve", "--port", "eighty"], {
      OMEGA_WORKERS: "0",
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--port is "eighty": a whole number from 0 to 65535');
    expect(stderr).toContain('OMEGA_WORKERS is "0": a whole number from 1 to 256');
  });

  test("a folder of policies that is not there stops the start", async () => {
    const { exitCode, stderr } = await run(newFolder(), [
      "serve",
      "--port",
      "0",
      "--policies",
      "x",
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/the folder of policies `.*x` does not exist/);
  });

  test("an address that everyone reaches is warned about", async () => {
    const { log } = await serve(["--host", "0.0.0.0"]);
    expect(log()).toContain("warning: 0.0.0.0 answers everyone");
  });
});

describe("ending", () => {
  test.skipIf(isWindows).each(["SIGTERM", "SIGINT"] as const)(
    "%s lets an open request finish, turns readiness, and exits with 0",
    async (signal) => {
      const { process: child, url, port, ended } = await serve();
      const body = JSON.stringify({ code: policy, context: { Distance: 0.5 } });
      const head = `POST /v1/evaluate HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
      const socket = connect(port, "127.0.0.1");
      let heard = "";
      socket.on("data", (data) => {
        heard += data.toString();
      });
      socket.write(head + body.slice(0, 10));
      // Until the request has come in, nothing is open.
      await until(async () => (await metric(url, "omega_requests_total")) >= 2);
      child.kill(signal);
      await until(async () => (await fetch(`${url}/api/readiness`)).status === 503);
      expect((await fetch(`${url}/api/health`)).status).toBe(200);
      socket.write(body.slice(10));
      expect(await ended).toBe(0);
      // It came before the end, and was told that no new work is taken; or it was done.
      expect(heard).toMatch(/^HTTP\/1\.1 (200|503) /);
    },
  );

  test("stop ends the runner of a port and prints its process id", async () => {
    const { process: child, port, folder, ended } = await serve();
    const stopped = await run(folder, ["stop", "--port", String(port)]);
    expect(stopped).toMatchObject({ exitCode: 0, stdout: `${child.pid}\n`, stderr: "" });
    expect(await ended).toBe(0);
    const again = await run(folder, ["stop", "--port", String(port)]);
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain(`no runner to stop on port ${port}`);
  });

  test("stop never touches a process that did not write the file", async () => {
    const folder = newFolder();
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await mkdir(join(folder, "omega"));
    const file = join(folder, "omega", "runner-4242.json");
    const written = { pid: other.pid, start: "another time", host: "127.0.0.1", port: 4242 };
    writeFileSync(file, JSON.stringify(written));
    const { exitCode, stderr } = await run(folder, ["stop", "--port", "4242"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("has ended");
    expect(other.exitCode).toBeNull();
    expect(other.signalCode).toBeNull();
    other.kill();
  });

  test("a file that names no process stops nothing", async () => {
    const folder = newFolder();
    await mkdir(join(folder, "omega"));
    for (const text of ["", "1", '{"pid":1,"start":"x","host":"h","port":4242}']) {
      writeFileSync(join(folder, "omega", "runner-4242.json"), text);
      expect((await run(folder, ["stop", "--port", "4242"])).exitCode).toBe(1);
    }
  });
});

describe("policies by name", () => {
  test("a good edit is served, a broken one is told and the last good one kept", async () => {
    const folder = newFolder();
    const file = join(folder, "policies", "cell.omni");
    await mkdir(join(folder, "policies"));
    writeFileSync(file, policy);
    const { url } = await serve(["--policies", "policies", "--rate-limit", "0"], {}, folder);
    const names = async (): Promise<readonly string[]> => {
      const answer = await post(`${url}/v1/evaluate`, {
        policy: "cell",
        context: { Distance: 1.5 },
      });
      const decision: { actions: { name: string }[] } = JSON.parse(await answer.text());
      return decision.actions.map(({ name }) => name);
    };
    expect(await names()).toEqual([]);
    writeFileSync(file, policy.replace("1m", "2m"));
    await until(async () => (await names()).length === 1);
    writeFileSync(file, policy.replace("THEN", "THAN"));
    const readiness = async () => JSON.parse(await (await fetch(`${url}/api/readiness`)).text());
    await until(async () => (await readiness()).policies.broken.length === 1);
    expect((await readiness()).policies.broken[0]).toMatchObject({ name: "cell", isServed: true });
    expect(await metric(url, "omega_policies_broken")).toBe(1);
    expect(await names()).toEqual(["StopMachine"]);
    rmSync(file);
    await until(async () => (await readiness()).policies.served === 0);
    expect((await post(`${url}/v1/evaluate`, { policy: "cell", context: {} })).status).toBe(404);
  });
});

test.skipIf(isWindows)(
  "a folder whose links are swapped, as Kubernetes does it, is read again",
  async () => {
    const folder = newFolder();
    const served = join(folder, "policies");
    await mkdir(join(served, "..first"), { recursive: true });
    await mkdir(join(served, "..second"));
    writeFileSync(join(served, "..first", "cell.omni"), policy);
    writeFileSync(join(served, "..second", "cell.omni"), policy.replace("1m", "2m"));
    symlinkSync("..first", join(served, "..data"));
    symlinkSync(join("..data", "cell.omni"), join(served, "cell.omni"));
    const { url } = await serve(["--policies", "policies", "--rate-limit", "0"], {}, folder);
    const tag = async () => (await fetch(`${url}/v1/policies/cell`)).headers.get("etag");
    const before = await tag();
    symlinkSync("..second", join(served, "..next"));
    renameSync(join(served, "..next"), join(served, "..data"));
    await until(async () => (await tag()) !== before);
    expect(before).not.toBeNull();
  },
);

describe("the decision log", () => {
  test("is what replay reads, masked as it was told", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "cell.omni"), policy);
    const served = await serve(
      ["--policies", ".", "--decision-log", "log.jsonl", "--mask", "context.Worker"],
      {},
      folder,
    );
    const { url } = served;
    const contexts = [{ Distance: 0.5 }, { Distance: 5, Worker: "Ana" }];
    await post(`${url}/v1/evaluate`, { policy: "cell", contexts });
    await post(`${url}/api/validate`, { code: policy, context: { Distance: 3 } });
    expect(await stop(served)).toBe(0);
    const text = readFileSync(join(folder, "log.jsonl"), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(3);
    expect(text).not.toContain("Ana");
    const replay = await run(folder, ["replay", "log.jsonl", "--policy", "cell.omni"]);
    expect(replay.stderr).toBe("");
    expect(replay.stdout).toContain("3 decisions replayed: 0 changed, 3 the same");
  });
});

test("logs are JSON lines that name request, policy, route, status and duration", async () => {
  const served = await serve();
  const { url, log } = served;
  const answer = await post(`${url}/v1/evaluate`, { code: policy, context: { Distance: 0.5 } });
  const decision = JSON.parse(await answer.text());
  expect(await stop(served)).toBe(0);
  const lines = log()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.find(({ route }) => route === "/v1/evaluate")).toMatchObject({
    level: "info",
    requestId: answer.headers.get("x-request-id"),
    policy: decision.policy.sha256,
    status: 200,
    durationMs: expect.any(Number),
  });
});

test("the end-to-end check holds", async () => {
  const script = fileURLToPath(new URL("../../../scripts/http-e2e.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, "--program", program], {
    stdio: "pipe",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data: Buffer) => {
      said += data.toString();
    });
  }
  const [code] = await once(child, "exit");
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("all checks hold") });
});

test("nothing is left behind", async () => {
  const served = await serve();
  const { folder, port } = served;
  const file = join(folder, "omega", `runner-${port}.json`);
  expect(existsSync(file)).toBe(true);
  expect(await stop(served)).toBe(0);
  expect(existsSync(file)).toBe(false);
});

/** Ends it as people do, and gives its exit code. */
async function stop({ folder, port, ended }: Served): Promise<unknown> {
  await run(folder, ["stop", "--port", String(port)]);
  return ended;
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (await holds()) return;
    await wait(25);
  }
  throw new Error("it did not come to that");
}
