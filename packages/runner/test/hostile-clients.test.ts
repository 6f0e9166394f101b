// Clients that mean no good, over real sockets: each is cut off or told so, and costs nobody else anything.
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RealRunner, speak, startReal } from "./start-real.ts";

const policy = `INTENT: keep people safe
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
`;

let running: RealRunner;
beforeAll(async () => {
  running = await startReal({}, { headers: 300, request: 600, idle: 500, check: 50 });
});
afterAll(() => running.end());

const post = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(`${running.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });

/** Whether somebody who asks something reasonable is served. */
async function expectService(): Promise<void> {
  const answer = await post("/v1/evaluate", { code: policy, context: { Distance: 0.5 } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "decided" });
}

describe("connections", () => {
  test("a body that never ends is refused while it comes", async () => {
    const head =
      "POST /v1/check HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const heard = await speak(running.port, head, ...Array.from({ length: 8 }, () => chunk));
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toContain("payload_too_large");
    await expectService();
  });

  test("a body that is announced too large is refused before it comes", async () => {
    const heard = await speak(
      running.port,
      "POST /v1/check HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 999999999\r\n\r\n",
    );
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each([
    ["headers without an end", "GET / HTTP/1.1\r\nhost: a\r\nx: "],
    [
      "a body that does not come",
      "POST /compile HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nab",
    ],
  ])("%s: 408, and the connection ends", async (_, text) => {
    expect(await speak(running.port, text)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("headers too large: 431", async () => {
    const heard = await speak(
      running.port,
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).toMatch(/x-request-id: [0-9a-f-]{36}/);
  });

  test("what is no HTTP: 400", async () => {
    expect(await speak(running.port, "hello\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("a connection that says nothing is closed", async () => {
    const started = performance.now();
    await speak(running.port);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("requests that are given up leave nothing behind", async () => {
    const { counts } = running.runner;
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const gone = new AbortController();
        setTimeout(() => gone.abort(), index % 10);
        await post("/v1/check", { code: `${policy}# ${index}` }, gone.signal).catch(() => null);
      }),
    );
    await until(() => counts.open === 0 && counts.working === 0);
    expect(counts).toMatchObject({ open: 0, working: 0, validating: 0 });
    await expectService();
  });

  test("half a connection: what was asked is answered, nothing stays open", async () => {
    const heard = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(running.port, "127.0.0.1", () => {
        socket.end("GET /health HTTP/1.1\r\nhost: a\r\n\r\n");
      });
      socket.on("data", (data) => {
        text += data.toString();
      });
      socket.on("close", () => resolve(text));
    });
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("documents and contexts", () => {
  test("JSON nested a hundred thousand levels deep", async () => {
    const deep = `${"[".repeat(90_000)}${"]".repeat(90_000)}`;
    for (const [path, body] of [
      ["/v1/evaluate", `{"code":${JSON.stringify(policy)},"context":${deep}}`],
      ["/api/validate", `{"code":${JSON.stringify(policy)},"context":${JSON.stringify(deep)}}`],
      ["/v1/check", deep],
    ] as const) {
      const answer = await post(path, body);
      expect([200, 400, 413]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/node_modules|\.ts:|at .*\(/);
    }
    await expectService();
  });

  test("a document nested ten thousand levels deep is a finding", async () => {
    const code = policy.replace("Distance < 1m", `${"(".repeat(10_000)}true${")".repeat(10_000)}`);
    const answer = await post("/v1/check", { code });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: false });
  });

  test("loops without end are limited by fuel", async () => {
    const code = `INTENT: run for ever
RULE:
- LET turn = 0
- WHILE turn < 1 MAX 1000 {
  - FOR i IN std::list::range(1, 1000) {
    - IF i > 0 THEN Wait
  }
  - SET turn = turn - 1
}
`;
    const answer = await post("/v1/evaluate", { code, context: {} });
    expect(await answer.json()).toMatchObject({ status: "limited" });
  });

  test("a pattern built to explode takes no longer than another", async () => {
    const code = `INTENT: match
CONTEXT:
- Name: <text>
RULE:
- IF Name MATCHES "^(a+)+$" THEN Match
`;
    const context = { Name: `${"a".repeat(40_000)}!` };
    const answer = await post("/v1/evaluate", { code, context });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ actions: [] });
  });

  test("keys that other programs trip over are data, wherever they stand", async () => {
    const answer = await post(
      "/v1/evaluate",
      `{"code":${JSON.stringify(policy)},"__proto__":{"policy":"x"},"files":{"__proto__":"x","constructor":"y"},"context":{"Distance":5,"__proto__":{"Distance":0}}}`,
    );
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: "decided", actions: [] });
    expect(Object.prototype).not.toHaveProperty("policy");
  });
});

describe("hard limits", () => {
  /** Fuel bounds each decision; five thousand of them are for the hard limit. */
  const slow = {
    code: `INTENT: take long
RULE:
- FOR i IN std::list::range(1, 1000) {
  - IF i > 0 AND i < 0 THEN Never
}
`,
    contexts: Array.from({ length: 5000 }, () => ({})),
  };

  test("time: its own request is told, the thread replaced, the next request served", async () => {
    const strict = await startReal({ OMEGA_EVAL_TIMEOUT_MS: "500" });
    const ask = (body: object) =>
      fetch(`${strict.url}/v1/evaluate`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const answers = await Promise.all([
      ask(slow),
      ask(slow),
      ask({ code: policy, context: { Distance: 1 } }),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, 2)).toEqual([422, 422]);
    expect(statuses[2]).toBe(200);
    expect(strict.runner.evaluation.pool.restarts()).toBe(2);
    expect(await answers[0]?.json()).toMatchObject({ error: "timeout" });
    await strict.end();
  });

  test("memory: its own request is told, the process lives on", async () => {
    const strict = await startReal({
      OMEGA_EVAL_MEMORY_MB: "24",
      VALIDATE_BODY_MAX: "900000",
      VALIDATE_CODE_MAX: "900000",
    });
    const code = `INTENT: grow\nRULE:\n${Array.from({ length: 20_000 }, (_, index) => `- IF a${index} > b${index} + ${index} THEN Act${index}`).join("\n")}\n`;
    const answer = await fetch(`${strict.url}/v1/check`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: "out_of_memory" });
    expect((await fetch(`${strict.url}/api/health`)).status).toBe(200);
    const after = await fetch(`${strict.url}/compile`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: policy,
    });
    expect(after.status).toBe(200);
    await strict.end();
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !holds(); turn++) await wait(25);
}
