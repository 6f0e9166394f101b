// What people watch a runner by: metrics, traces, the decision log, policies and their tags, the description of routes.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDecisionRecord } from "@omega/core";
import { ROOT_CONTEXT, type Span, trace } from "@opentelemetry/api";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionLog } from "../src/decision-log.ts";
import { startApp, type TestRunner } from "./start-app.ts";

const policy = `INTENT: keep people safe
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "omega-watching-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("metrics", () => {
  let running: TestRunner;
  beforeAll(async () => {
    running = await startApp({ OMEGA_RATE_LIMIT: "4" });
    const ask = (payload: object) =>
      running.app.inject({ method: "POST", url: "/api/validate", payload });
    await ask({ code: policy, context: { Distance: 5 } });
    await ask({ code: "nothing", context: {} });
    for (let turn = 0; turn < 4; turn++) await running.app.inject({ url: "/version" });
  });
  afterAll(() => running.end());

  test.each(["/metrics", "/api/metrics-prom"])("%s is Prometheus text", async (url) => {
    const { headers, body } = await running.app.inject({ url });
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    const value = (name: string): number =>
      Number(new RegExp(`^${name.replaceAll(/[{}]/g, "\\$&")} (\\S+)$`, "m").exec(body)?.[1]);
    expect(value("omega_requests_total")).toBeGreaterThanOrEqual(6);
    expect(value("omega_rate_limited_total")).toBe(2);
    expect(value("omega_parse_errors_total")).toBe(1);
    expect(value("omega_errors_total")).toBe(0);
    expect(value('omega_request_duration_seconds_count{route="/api/validate",status="200"}')).toBe(
      2,
    );
    expect(value('omega_request_duration_seconds_count{route="/version",status="429"}')).toBe(2);
    expect(value("omega_check_duration_seconds_count")).toBe(2);
    expect(value("omega_parse_duration_seconds_count")).toBe(2);
    expect(value("omega_eval_duration_seconds_count")).toBe(2);
    for (const name of [
      "process_cpu_seconds_total",
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_seconds",
      "omega_inflight_requests",
      "omega_queued_tasks",
      "omega_thread_restarts_total",
      "omega_policy_cache_hits_total",
    ]) {
      expect(value(name), name).not.toBeNaN();
    }
  });

  test("every counter is named as one, and nothing else is", async () => {
    const { body } = await running.app.inject({ url: "/metrics" });
    const kinds = [...body.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
    expect(kinds.length).toBeGreaterThan(20);
    for (const [, name = "", kind] of kinds) {
      expect([name, name.endsWith("_total")]).toEqual([name, kind === "counter"]);
    }
  });

  test("/api/metrics is the same as JSON", async () => {
    const { body } = await running.app.inject({ url: "/api/metrics" });
    expect(JSON.parse(body)).toMatchObject({
      omega_rate_limited_total: 2,
      omega_parse_errors_total: 1,
      omega_errors_total: 0,
    });
  });
});

describe("traces", () => {
  test("a traceparent is answered in its trace, and a wrong one in a new", async () => {
    const { app, end } = await startApp();
    const ask = async (traceparent: string) =>
      String((await app.inject({ url: "/health", headers: { traceparent } })).headers.traceparent);
    const id = "0af7651916cd43dd8448eb211c80319c";
    expect(await ask(`00-${id}-b7ad6b7169203331-01`)).toMatch(
      new RegExp(`^00-${id}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`),
    );
    for (const wrong of [
      "",
      `00-${"0".repeat(32)}-b7ad6b7169203331-01`,
      `ff-${id}-b7ad6b7169203331-01`,
      "x",
    ]) {
      expect(await ask(wrong)).toMatch(
        new RegExp(`^00-(?!${id})(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-00$`),
      );
    }
    await end();
  });

  test("with an SDK there is a span for the request, and in it parse, check and evaluate", async () => {
    const spans: { name: string; parent: string | undefined; attributes: object }[] = [];
    trace.setGlobalTracerProvider({
      getTracer: () => ({
        startSpan(name, _options, context = ROOT_CONTEXT) {
          const parent = trace.getSpan(context)?.spanContext().spanId;
          const entry = { name, parent, attributes: {} };
          spans.push(entry);
          const traceId = trace.getSpan(context)?.spanContext().traceId ?? "1".repeat(32);
          const spanId = String(spans.length).padStart(16, "a");
          // As much of a span as the runner uses.
          return {
            spanContext: () => ({ traceId, spanId, traceFlags: 1 }),
            isRecording: () => true,
            updateName(given: string) {
              entry.name = given;
            },
            setAttributes(given: object) {
              entry.attributes = given;
            },
            setStatus: () => undefined,
            end: () => undefined,
          } as unknown as Span;
        },
        startActiveSpan: () => {
          throw new Error("the runner hands contexts on by itself");
        },
      }),
    });
    const { app, end } = await startApp();
    const payload = { code: policy, context: { Distance: 1 } };
    const { headers } = await app.inject({ method: "POST", url: "/v1/evaluate", payload });
    expect(spans.map(({ name }) => name)).toEqual([
      "POST /v1/evaluate",
      "parse",
      "check",
      "evaluate",
    ]);
    const [, , own] = String(headers.traceparent).split("-");
    expect(spans.slice(1).map(({ parent }) => parent)).toEqual([own, own, own]);
    expect(spans[0]?.attributes).toEqual({
      "http.route": "/v1/evaluate",
      "http.response.status_code": 200,
    });
    await end();
    trace.disable();
  });
});

describe("the decision log", () => {
  const usual = { onFull: "drop", decisionLogMegabytes: 1, decisionLogFiles: 2 } as const;
  const complaints: unknown[] = [];
  const complain = (error: unknown): void => void complaints.push(error);
  const line = (letter: string) => `${letter.repeat(299_999)}\n`;

  test("grows by the record, is rotated by size, and keeps as many as it is told", async () => {
    const path = join(folder, "log.jsonl");
    const log = await openDecisionLog({ ...usual, path, complain });
    for (const letter of "abcdefghijklm") {
      await log.write([line(letter)]);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await log.close();
    expect(log.counts).toMatchObject({ written: 13, dropped: 0 });
    expect((await readdir(folder)).sort()).toEqual(["log.1.jsonl", "log.2.jsonl", "log.jsonl"]);
    const letters = async (name: string) =>
      (await readFile(join(folder, name), "utf8"))
        .split("\n")
        .map((text) => text[0] ?? "")
        .join("");
    // Three lines fit a megabyte; what is older than two rotated files is gone.
    const kept = ["log.2.jsonl", "log.1.jsonl", "log.jsonl"].map(letters);
    expect(await Promise.all(kept)).toEqual(["ghi", "jkl", "m"]);
  });

  test("drops and counts what the buffer has no room for; or says that it was not recorded", async () => {
    const path = join(folder, "log.jsonl");
    const dropping = await openDecisionLog({ ...usual, path, complain, bufferMaximum: 10 });
    expect(await dropping.write(["0123456789abcdef\n", "x\n"])).toBe(true);
    expect(dropping.counts).toMatchObject({ dropped: 2, written: 0 });
    await dropping.close();
    const blocking = await openDecisionLog({
      ...usual,
      onFull: "block",
      path,
      complain,
      bufferMaximum: 10,
    });
    expect(await blocking.write(["0123456789abcdef\n"])).toBe(false);
    expect(await blocking.write(["ok\n"])).toBe(true);
    expect(await readFile(path, "utf8")).toBe("ok\n");
    await blocking.close();
  });

  test("under block, a decision that cannot be recorded is not answered", async () => {
    const counts = { written: 0, dropped: 0, failures: 0 };
    const decisionLog = {
      write: async () => false,
      counts,
      waiting: () => 0,
      close: async () => undefined,
    };
    const { app, end } = await startApp({ OMEGA_DECISION_LOG: "x" }, { decisionLog });
    const payload = { code: policy, context: { Distance: 0.5 } };
    const answer = await app.inject({ method: "POST", url: "/v1/evaluate", payload });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ error: "not_recorded" });
    expect(answer.body).not.toContain("StopMachine");
    await end();
  });

  test("holds records that can be made again, wherever they were decided", async () => {
    const path = join(folder, "log.jsonl");
    const decisionLog = await openDecisionLog({ ...usual, onFull: "block", path, complain });
    const { app, runner, end } = await startApp({ OMEGA_DECISION_LOG: path }, { decisionLog });
    const ids: string[] = [];
    for (let turn = 0; turn < 8; turn++) {
      const payload = { code: policy, context: { Distance: turn } };
      const answer = await app.inject({ method: "POST", url: "/v1/evaluate", payload });
      ids.push(String(answer.headers["x-request-id"]));
    }
    expect(runner.evaluation.counts.direct).toBeGreaterThan(0);
    await end();
    await decisionLog.close();
    const records = (await readFile(path, "utf8"))
      .trimEnd()
      .split("\n")
      .map((text) => readDecisionRecord(JSON.parse(text)));
    expect(
      records.map((reading) => (reading.ok ? reading.record.requestId : reading.reason)),
    ).toEqual(ids);
  });
});

describe("policies by name", () => {
  test("are listed, shown and decided by under their tags", async () => {
    await writeFile(
      join(folder, "cell.omni"),
      policy.replace("CONTEXT", 'IMPORT:\n- "site.omni"\nCONTEXT'),
    );
    await writeFile(join(folder, "site.omni"), "INTENT: the site\nCONTEXT:\n- Reach: <m>\n");
    await writeFile(join(folder, "mistaken.omni"), "INTENT: x\nRULE:\n- IF THEN\n");
    await writeFile(join(folder, "cell.test.omni"), 'EXAMPLES FOR "cell.omni":\n');
    const { app, end } = await startApp({}, { policies: folder });
    const list = await app.inject({ url: "/v1/policies" });
    const { policies, broken } = list.json();
    expect(policies).toEqual([{ name: "cell", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(broken).toEqual([
      { name: "mistaken", isServed: false, problem: expect.stringMatching(/^line 3: /) },
    ]);
    const known = { "if-none-match": String(list.headers.etag) };
    expect((await app.inject({ url: "/v1/policies", headers: known })).statusCode).toBe(304);

    const tag = `"${policies[0].sha256}"`;
    const shown = await app.inject({ url: "/v1/policies/cell" });
    expect(shown.headers.etag).toBe(tag);
    expect(shown.json().code).toContain("site.omni");

    const decide = (headers: Readonly<Record<string, string>>, name = "cell") =>
      app.inject({
        method: "POST",
        url: "/v1/evaluate",
        headers,
        payload: { policy: name, contexts: [{ Distance: 0.5 }, { Distance: 2 }] },
      });
    const decided = await decide({ "if-match": tag });
    expect(decided.statusCode).toBe(200);
    expect(decided.headers.etag).toBe(tag);
    expect(
      decided.json().map(({ policy: own }: { policy: { sha256: string } }) => `"${own.sha256}"`),
    ).toEqual([tag, tag]);
    expect((await decide({ "if-match": '"another"' })).statusCode).toBe(412);
    expect((await decide({}, "nobody")).statusCode).toBe(404);
    expect((await decide({}, "../cell")).statusCode).toBe(404);
    await end();
  });
});

describe("the description of the routes", () => {
  test("is OpenAPI 3.1 of every route, and a page without a script", async () => {
    const { app, end } = await startApp({}, { policies: folder });
    const description = await app.inject({ url: "/openapi.json" });
    expect(description.json()).toMatchObject({ openapi: "3.1.0" });
    expect(Object.keys(description.json().paths)).toEqual(
      expect.arrayContaining([
        "/health",
        "/",
        "/version",
        "/info",
        "/compile",
        "/api/validate",
        "/v1/evaluate",
        "/v1/check",
        "/v1/format",
        "/v1/explain",
        "/v1/policies",
        "/api/health",
        "/api/readiness",
        "/api/metrics",
        "/metrics",
        "/api/metrics-prom",
      ]),
    );
    const page = await app.inject({ url: "/docs" });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).toContain("POST /api/validate");
    expect(page.body).not.toContain("<script");
    const headers = { "if-none-match": String(page.headers.etag) };
    expect((await app.inject({ url: "/docs", headers })).statusCode).toBe(304);
    await end();
  });
});
