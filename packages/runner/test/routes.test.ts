// The contract of every route, as clients see it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type TestRunner } from "./start-app.ts";

const policy = `INTENT: keep people safe
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
`;

let running: TestRunner;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.end());

const get = (url: string) => running.app.inject({ method: "GET", url });
const post = (url: string, payload: object | string, type = "application/json") =>
  running.app.inject({
    method: "POST",
    url,
    headers: { "content-type": type },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });

describe("about the runner", () => {
  test.each(["/health", "/"])("GET %s", async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.json()).toEqual({
      status: "ok",
      server: "omega-native-runner",
      version: "1.0.0",
    });
  });

  test("GET /version and /info", async () => {
    expect((await get("/version")).json()).toEqual({ compiler_version: "1.0.0-test" });
    const before = (await get("/info")).json().requests_handled;
    await get("/nowhere");
    expect((await get("/info")).json()).toEqual({
      server: "omega-native-runner",
      version: "1.0.0",
      requests_handled: before + 2,
      started_at_ms: 0,
      address: "127.0.0.1",
      port: 8080,
      rate_limit: 0,
    });
  });

  test("every answer names its request and gives nothing away", async () => {
    const answer = await get("/nowhere");
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers).not.toHaveProperty("x-powered-by");
  });
});

describe("paths and methods", () => {
  test("an unknown path is 404", async () => {
    const answer = await get("/nowhere?x=1");
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({ error: "Not Found", path: "/nowhere" });
  });

  test.each([
    ["/nowhere", "application/json", "{", 404],
    ["/nowhere", "application/xml", "<a/>", 404],
    ["/compile", "application/json", "{", 400],
    ["/compile", "application/json", "3", 400],
    ["/api/validate", "application/json", "", 400],
    ["/api/validate", "text/plain", "x", 400],
    ["/%zz", "application/json", "{}", 400],
  ])("POST %s of %s %j: %i, in our words", async (url, type, body, status) => {
    const answer = await post(url, body, type);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.headers["x-request-id"]).toBeDefined();
    expect(answer.body).not.toMatch(/FST_|anyOf|statusCode|Error:/);
  });

  test("a known path with another method is 405, with those that there are", async () => {
    const answer = await get("/compile");
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe("POST");
  });
});

describe("POST /compile", () => {
  test("a document as text", async () => {
    const answer = await post("/compile", policy, "text/plain");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ success: true, imports_count: 0, version: "1.0.0" });
    expect(answer.json().tokens_count).toBeGreaterThan(10);
  });

  test("a document as JSON, with what it imports", async () => {
    const code = policy.replace("CONTEXT", 'IMPORT:\n- "site.omni"\nCONTEXT');
    const files = { "site.omni": "INTENT: the site\nCONTEXT:\n- Reach: <m>\n" };
    expect((await post("/compile", { code, files })).json()).toMatchObject({
      success: true,
      imports_count: 1,
    });
  });

  test("a document with errors is an answer, not a failure", async () => {
    const answer = await post("/compile", "INTENT: x\nRULE:\n- IF a < THEN\n", "text/plain");
    expect(answer.statusCode).toBe(200);
    expect(answer.json().success).toBe(false);
    expect(answer.json().diagnostics.length).toBeGreaterThan(0);
  });
});

describe("POST /api/validate", () => {
  test("a context as text or as an object gives the same decision", async () => {
    const asText = await post("/api/validate", { code: policy, context: '{"Distance":0.5}' });
    const asObject = await post("/api/validate", { code: policy, context: { Distance: 0.5 } });
    expect(asText.json()).toMatchObject({
      errors: [],
      actions: ["StopMachine"],
      engine: "omega",
      mode: "validator",
      rules: [
        { condition: "Distance < 1m", action: "StopMachine" },
        { condition: "UNKNOWN", action: "StopMachine" },
      ],
    });
    expect(asObject.json().decision).toEqual(asText.json().decision);
    expect(asText.json().requestId).toBe(asText.headers["x-request-id"]);
    expect(asText.json().durationMs).toBeGreaterThan(0);
  });

  test("a context that is no JSON is 200 with errors", async () => {
    const answer = await post("/api/validate", { code: policy, context: "{" });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().errors[0].message).toContain("not JSON");
    expect(answer.json().decision).toBeNull();
  });

  test("keys that other programs trip over are data", async () => {
    const context = '{"Distance": 5, "__proto__": {"Distance": 0}, "constructor": 1}';
    const answer = await post("/api/validate", { code: policy, context });
    expect(answer.json().actions).toEqual([]);
  });

  test.each([
    ["the body", { VALIDATE_BODY_MAX: "1000" }, { code: policy, context: "x".repeat(2000) }],
    ["the document", { VALIDATE_CODE_MAX: "10" }, { code: policy }],
    [
      "the context",
      { VALIDATE_CONTEXT_MAX: "10" },
      { code: policy, context: { Distance: 0.12345 } },
    ],
  ])("%s may be too large", async (what, variables, payload) => {
    const small = await startApp(variables);
    const answer = await small.app.inject({ method: "POST", url: "/api/validate", payload });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ error: "payload_too_large" });
    expect(answer.json().message).toContain(what);
    await small.end();
  });
});

describe("POST /v1/…", () => {
  test("evaluate decides one context or several", async () => {
    const one = await post("/v1/evaluate", { code: policy, context: { Distance: 0.5 } });
    expect(one.json().actions[0].name).toBe("StopMachine");
    const several = await post("/v1/evaluate", {
      code: policy,
      contexts: [{ Distance: 0.5 }, { Distance: 5 }],
    });
    expect(
      several.json().map((decision: { actions: unknown[] }) => decision.actions.length),
    ).toEqual([1, 0]);
  });

  test("evaluate wants one of both", async () => {
    const answer = await post("/v1/evaluate", { code: policy });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().message).toContain("`context`");
  });

  test("check, format and explain", async () => {
    expect((await post("/v1/check", { code: policy })).json()).toMatchObject({ ok: true });
    const untidy = policy.replace("IF Distance", "IF   Distance");
    expect((await post("/v1/format", { code: untidy })).json()).toMatchObject({
      text: policy.replace(/\n(?=[A-Z]+:)/g, "\n\n"),
      changed: true,
    });
    const explained = await post("/v1/explain", { code: policy, context: { Distance: 5 } });
    expect(explained.json().explanation.rules).toHaveLength(1);
  });

  test("a body of another kind is refused in words", async () => {
    const answer = await post("/v1/check", { code: 3 });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: "bad_request" });
    expect((await post("/v1/check", "{")).statusCode).toBe(400);
    expect((await post("/v1/check", "<a/>", "application/xml")).statusCode).toBe(415);
  });
});

describe("limits", () => {
  test("beyond the rate 429 with when to come back, health is never limited", async () => {
    const { app, at, end } = await startApp({ OMEGA_RATE_LIMIT: "2" });
    at(250);
    const ask = (url: string) => app.inject({ method: "GET", url });
    expect((await ask("/version")).headers).toMatchObject({
      "x-ratelimit-limit": "2",
      "x-ratelimit-remaining": "1",
      "x-ratelimit-reset": "750",
    });
    await ask("/version");
    const limited = await ask("/version");
    expect(limited.statusCode).toBe(429);
    expect(limited.json()).toEqual({ error: "rate_limited", limit_per_sec: 2 });
    expect(limited.headers["retry-after"]).toBe("1");
    expect((await ask("/api/health")).statusCode).toBe(200);
    expect((await ask("/nowhere")).statusCode).toBe(429);
    at(1000);
    expect((await ask("/version")).statusCode).toBe(200);
    await end();
  });

  test("a spoofed X-Forwarded-For makes no new client, behind a trusted proxy it names one", async () => {
    const ask = async (trust: string): Promise<number> => {
      const { app, end } = await startApp({
        VALIDATE_RATE_LIMIT_MAX: "1",
        OMEGA_TRUST_PROXY: trust,
      });
      let status = 0;
      for (const client of ["192.0.2.1", "192.0.2.2"]) {
        const headers = { "x-forwarded-for": `203.0.113.9, ${client}` };
        const payload = { code: policy };
        const answer = await app.inject({ method: "POST", url: "/api/validate", headers, payload });
        status = answer.statusCode;
      }
      await end();
      return status;
    };
    expect(await ask("false")).toBe(429);
    expect(await ask("true")).toBe(200);
  });

  test("what takes too long costs its own request, and the thread is replaced", async () => {
    const { app, runner, end } = await startApp({ OMEGA_EVAL_TIMEOUT_MS: "1" });
    const payload = { code: policy };
    const slow = await app.inject({ method: "POST", url: "/v1/check", payload });
    expect(slow.statusCode).toBe(422);
    expect(slow.json()).toMatchObject({ error: "timeout" });
    expect(runner.evaluation.pool.restarts()).toBe(1);
    await end();
  });

  test("a draining runner takes no work and says so", async () => {
    const { app, runner, end } = await startApp();
    runner.isDraining = true;
    expect((await app.inject({ method: "GET", url: "/api/readiness" })).statusCode).toBe(503);
    const refused = await app.inject({ method: "POST", url: "/v1/check", payload: { code: "" } });
    expect(refused.statusCode).toBe(503);
    expect((await app.inject({ method: "GET", url: "/api/health" })).statusCode).toBe(200);
    await end();
  });
});
