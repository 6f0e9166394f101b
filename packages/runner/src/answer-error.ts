// Errors as clients read them: what happened in words, the request's id, and nothing of how this process is made.
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";

const statusOf = {
  bad_request: 400,
  not_found: 404,
  precondition_failed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  timeout: 422,
  out_of_memory: 422,
  rate_limited: 429,
  internal: 500,
  busy: 503,
  not_recorded: 503,
} as const;

export type ErrorName = keyof typeof statusOf;

/** The body of an error, for the description of routes. */
export const errorBody = Type.Object(
  {
    error: Type.String({ description: "What happened, in one word." }),
    message: Type.Optional(Type.String({ description: "What happened, and what to do." })),
    requestId: Type.Optional(Type.String()),
  },
  { additionalProperties: true, description: "Why it was refused." },
);

/** Answers with an error by its name. */
export function answerError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: ErrorName,
  message: string,
): FastifyReply {
  return reply.code(statusOf[error]).send({ error, message, requestId: request.id });
}
