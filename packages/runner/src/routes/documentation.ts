// The description of all routes, made from the schemas that validate their requests: for programs, and as a page.
import { createHash } from "node:crypto";
import type { App } from "../app.ts";
import { documentationPage } from "../documentation-page.ts";
import { isKnown } from "./policies.ts";

/** The page brings its own style, and nothing else. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export function serveDocumentation(app: App): void {
  const describe = lazily(() => {
    const description = app.swagger();
    const text = JSON.stringify(description);
    return { description, text, hash: createHash("sha256").update(text).digest("hex") };
  });
  const page = lazily(() => documentationPage(describe().description));
  app.get("/openapi.json", { schema: { hide: true } }, async (request, reply) => {
    const { text, hash } = describe();
    if (isKnown(request, reply, hash)) return reply.code(304).send();
    return reply.type("application/json; charset=utf-8").send(text);
  });
  app.get("/docs", { schema: { hide: true } }, async (request, reply) => {
    if (isKnown(request, reply, describe().hash)) return reply.code(304).send();
    reply.header("content-security-policy", pagePolicy);
    return reply.type("text/html; charset=utf-8").send(page());
  });
}

function lazily<Value extends object | string>(compute: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}
