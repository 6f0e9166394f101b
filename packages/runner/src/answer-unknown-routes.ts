// Paths that are none, and paths asked with another method: 404, and 405 with the methods that there are.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.ts";

const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;

/** Answers before a body is read: what nobody takes may be whatever it is. */
export function answerUnknownRoutes(
  app: Pick<App, "setNotFoundHandler" | "findRoute" | "addHook">,
): void {
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split("?", 1)[0] ?? "";
    const allowed = methods.filter((method) => app.findRoute({ method, url: path }) !== null);
    if (allowed.length === 0) return reply.code(404).send({ error: "Not Found", path });
    reply.header("allow", allowed.join(", "));
    const message = `${path} is asked with ${allowed.join(" or ")}`;
    return reply.code(405).send({ error: "Method Not Allowed", message, requestId: request.id });
  };
  app.addHook("onRequest", (request, reply, done) => {
    if (request.is404) answer(request, reply);
    else done();
  });
  app.setNotFoundHandler(answer);
}
