// How a runner ends, and how it is known to be that one: without signals, with clients that hold on, by when it began.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { processStart } from "../src/process/process-start.ts";
import { stopRunner } from "../src/process/stop-runner.ts";
import { startReal } from "./start-real.ts";

test("where there are no signals, a file asks it to end", async () => {
  const running = await startReal();
  const { pidFile } = running.runner.settings;
  const outcome = await stopRunner({
    port: running.port,
    pidFile,
    environment: {},
    patience: 20_000,
    platform: "win32",
  });
  expect(outcome).toEqual({ kind: "stopped", pid: process.pid });
  await running.ended;
  expect([pidFile, `${pidFile}.stop`].filter((file) => existsSync(file ?? ""))).toEqual([]);
  await running.end();
});

test("a runner of another port is left alone", async () => {
  const running = await startReal();
  const { pidFile } = running.runner.settings;
  const port = running.port + 1;
  const outcome = await stopRunner({ port, pidFile, environment: {}, patience: 1000 });
  expect(outcome).toMatchObject({ kind: "none" });
  expect((await fetch(`${running.url}/api/health`)).status).toBe(200);
  await running.end();
});

test("a client that holds its request open is cut off in the end", async () => {
  const running = await startReal({ OMEGA_DRAIN_TIMEOUT_MS: "200" });
  const socket = connect(running.port, "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = once(socket, "close");
  socket.write(
    "POST /compile HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nx",
  );
  while (running.runner.counts.open === 0) await wait(5);
  await running.drain();
  await closed;
  expect(running.logged()).toContainEqual(
    expect.objectContaining({ msg: "open requests are cut off", open: 1 }),
  );
  await running.end();
});

test("who asks twice does not wait for open requests", async () => {
  const running = await startReal({ OMEGA_DRAIN_TIMEOUT_MS: "600000" });
  const socket = connect(running.port, "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = once(socket, "close");
  socket.write(
    "POST /compile HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\n",
  );
  while (running.runner.counts.open === 0) await wait(5);
  void running.drain();
  await running.hurry();
  await closed;
  await running.end();
});

test("two runners may live in one process after each other, and draining twice is draining once", async () => {
  const first = await startReal();
  expect(first.drain()).toBe(first.drain());
  await first.end();
  const second = await startReal();
  expect((await fetch(`${second.url}/health`)).status).toBe(200);
  await second.end();
});

test("a process is known by when it began", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const { pid = 0 } = child;
  const start = await processStart(pid);
  expect(start).not.toBeNull();
  expect(await processStart(pid)).toBe(start);
  expect(await processStart(process.pid)).not.toBe(start);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await processStart(pid)).toBeNull();
});
