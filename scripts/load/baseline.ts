// What the runner is measured against: bare node:http that reads a body, decides by a compiled policy and answers. No limits,
// no log, no metrics, no checks of what comes in.
import { createServer } from "node:http";
import { compile, decisionJson } from "@omega/core";
import { policyOfSize } from "./policies.ts";

const policies = new Map(
  process.argv.slice(2).map((kilobytes) => {
    const { name, code } = policyOfSize(Number(kilobytes));
    return [name, compile(code)];
  }),
);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body: { policy: string; context: unknown } = JSON.parse(Buffer.concat(chunks).toString());
    const policy = policies.get(body.policy);
    const now = new Date().toISOString();
    const text =
      policy === undefined ? "null" : decisionJson(policy.evaluate(body.context, { now }));
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(text);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`listening on http://127.0.0.1:${address?.port}`);
});
