// Paths that are none, and paths asked with another method: 404, and 405 with the methods that there are.
import type { FastifyInstance } from "fastify";

const methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;

export function answerUnknownRoutes(
  app: Pick<FastifyInstance, "setNotFoundHandler" | "findRoute">,
): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "";
    const allowed = methods.filter((method) => app.findRoute({ method, url: path }) !== null);
    if (allowed.length === 0) return reply.code(404).send({ error: "Not Found", path });
    reply.header("allow", allowed.join(", "));
    const message = `${path} is asked with ${allowed.join(" or ")}`;
    return reply.code(405).send({ error: "Method Not Allowed", message, requestId: request.id });
  });
}
