// The policies that are served by name: which there are, and the text of each.
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { answerError } from "../answer-error.ts";
import type { App } from "../app.ts";
import type { Runner } from "../runner.ts";
import { errors } from "./shapes.ts";

const sha256 = Type.String({ description: "Of the policy with all it imports." });
const listed = Type.Object({
  policies: Type.Array(Type.Object({ name: Type.String(), sha256 })),
  broken: Type.Array(
    Type.Object({
      name: Type.String(),
      problem: Type.String(),
      isServed: Type.Boolean({ description: "Whether the text before its last edit is served." }),
    }),
  ),
});
const shown = Type.Object({ name: Type.String(), sha256, code: Type.String() });

const unchanged = Type.Null({ description: "What the client has is what there is." });

export function servePolicies(app: App, { folder }: Runner): void {
  if (folder === null) return;
  app.get(
    "/v1/policies",
    {
      schema: {
        summary: "The policies that are served",
        description: "`If-None-Match` with the answer's `ETag` gives 304 until something changes.",
        response: { 200: listed, 304: unchanged, ...errors(429) },
      },
    },
    async (request, reply) => {
      const policies = [...folder.policies().values()].map(({ name, sha256: hash }) => ({
        name,
        sha256: hash,
      }));
      const body = { policies, broken: [...folder.broken()] };
      const hash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
      return isKnown(request, reply, hash) ? reply.code(304).send(null) : body;
    },
  );
  app.get(
    "/v1/policies/:name",
    {
      schema: {
        summary: "The text of a policy that is served",
        params: Type.Object({
          name: Type.String({ description: "Its name; a `/` in it is written `%2F`." }),
        }),
        response: { 200: shown, 304: unchanged, ...errors(404, 429) },
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const policy = folder.policies().get(name);
      if (policy === undefined) {
        return answerError(request, reply, "not_found", `no policy is served as ${name}`);
      }
      const { sha256: hash, code } = policy;
      return isKnown(request, reply, hash)
        ? reply.code(304).send(null)
        : { name, sha256: hash, code };
    },
  );
}

/** Tags the answer, and says whether the client has it already. */
export function isKnown({ headers }: FastifyRequest, reply: FastifyReply, hash: string): boolean {
  const tag = `"${hash}"`;
  reply.headers({ etag: tag, "cache-control": "no-cache" });
  const known = headers["if-none-match"]?.split(/\s*,\s*/) ?? [];
  return known.some((other) => other === "*" || other.replace(/^W\//, "") === tag);
}
