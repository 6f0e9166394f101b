// Errors as clients read them: what happened in words, the request's id, and nothing of how this process is made.
import type { FastifyReply, FastifyRequest } from "fastify";

export type ErrorName =
  | "bad_request"
  | "payload_too_large"
  | "unsupported_media_type"
  | "rate_limited"
  | "busy"
  | "timeout"
  | "out_of_memory"
  | "not_found"
  | "internal";

const statusOf: Readonly<Record<ErrorName, number>> = {
  bad_request: 400,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  busy: 503,
  timeout: 422,
  out_of_memory: 422,
  not_found: 404,
  internal: 500,
};

/** Answers with an error by its name. */
export function answerError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: ErrorName,
  message: string,
): FastifyReply {
  return reply.code(statusOf[error]).send({ error, message, requestId: request.id });
}
