// The portable end-to-end check of the runner: starts one on a free port with a limit of five requests a second, asks it what
// every client asks, and stops what it started. `npx tsx scripts/http-e2e.ts [--host H] [--port P] [--rate-limit N]`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "0" },
    "rate-limit": { type: "string", default: "5" },
    program: { type: "string", default: join(root, "packages", "cli", "dist", "omegac.cjs") },
  },
});
const { program } = values;
const limit = Number(values["rate-limit"]);
const burst = 20;

const policy = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>

RULE:
- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
`;

let failures = 0;

function check(what: string, holds: boolean, seen: unknown = ""): void {
  if (!holds) failures++;
  console.log(`${holds ? "ok    " : "FAILED"} ${what}${holds ? "" : `: ${JSON.stringify(seen)}`}`);
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
}

/** Waits for a window that has just begun, so that what follows falls into it. */
async function freshWindow(url: string): Promise<void> {
  const { headers } = await ask(`${url}/api/health`);
  const rest = Number(headers.get("x-ratelimit-reset"));
  await new Promise((resolve) => setTimeout(resolve, rest + 20));
}

async function checkEndpoints(url: string): Promise<void> {
  const health = await ask(`${url}/health`);
  check("GET /health says ok", health.status === 200 && health.body.status === "ok", health.body);
  check("it says which server it is", health.body.server === "omega-native-runner", health.body);
  check("every answer has x-request-id", health.headers.has("x-request-id"));
  const version = await ask(`${url}/version`);
  const compiler = String(version.body.compiler_version);
  check("GET /version names the compiler", /^\d+\.\d+\.\d+-(local|ci)\./.test(compiler), compiler);
  await freshWindow(url);
  const before = await ask(`${url}/info`);
  const compiled = await ask(`${url}/compile`, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: policy,
  });
  const { success, tokens_count: tokens } = compiled.body;
  check("POST /compile compiles", success === true && Number(tokens) > 0, compiled.body);
  const after = await ask(`${url}/info`);
  const grown = Number(after.body.requests_handled) - Number(before.body.requests_handled);
  check("GET /info counts requests", grown === 2, [before.body, after.body]);
  check("GET /info knows the limit", after.body.rate_limit === limit, after.body);
}

async function checkBurst(url: string): Promise<void> {
  await freshWindow(url);
  const answers = await Promise.all(Array.from({ length: burst }, () => ask(`${url}/version`)));
  const limited = answers.filter(({ status }) => status === 429);
  check(`a burst of ${burst} meets 429`, limited.length >= burst - 2 * limit, limited.length);
  check("and is answered up to the limit", answers.length - limited.length >= limit);
  for (const { headers, body } of limited.slice(0, 1)) {
    check("429 says why", body.error === "rate_limited" && body.limit_per_sec === limit, body);
    check("Retry-After is a second at least", Number(headers.get("retry-after")) >= 1);
    check("X-RateLimit-Limit", headers.get("x-ratelimit-limit") === String(limit));
    check("X-RateLimit-Remaining", headers.get("x-ratelimit-remaining") === "0");
    const reset = Number(headers.get("x-ratelimit-reset"));
    check("X-RateLimit-Reset lies within the second", reset > 0 && reset <= 1000, reset);
  }
  const { status } = await ask(`${url}/api/health`);
  check("GET /api/health is never limited", status === 200, status);
}

if (!existsSync(program)) {
  console.error(`error: there is no ${program}; build it first with \`npm run build\``);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "omega-e2e-"));
const pidFile = join(folder, "runner.json");
const argv = ["serve", "--host", values.host, "--port", values.port, "--rate-limit", String(limit)];
const child = spawn(process.execPath, [program, ...argv, "--pid-file", pidFile], {
  stdio: ["ignore", "pipe", "ignore"],
});
const ended = once(child, "exit");
try {
  const said = await Promise.race([once(child.stdout, "data"), ended.then(() => [""])]);
  const [, url] = /^listening on (\S+)/.exec(String(said[0])) ?? [];
  check("omegac serve says where it listens", url !== undefined, String(said[0]));
  if (url !== undefined) {
    await checkEndpoints(url);
    if (limit > 0 && limit < burst) await checkBurst(url);
    const stop = ["stop", "--port", new URL(url).port, "--pid-file", pidFile];
    const stopping = spawn(process.execPath, [program, ...stop], { stdio: "pipe" });
    const [printed, [code]] = await Promise.all([
      once(stopping.stdout, "data"),
      once(stopping, "exit"),
    ]);
    check("omegac stop ends it and prints its id", code === 0 && Number(printed[0]) === child.pid);
    const [status] = await ended;
    check("it ends with 0", status === 0, status);
  }
} finally {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? "all checks hold" : `${failures} checks failed`);
process.exitCode = failures === 0 ? 0 : 1;
