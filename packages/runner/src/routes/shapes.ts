// Parts of bodies that several routes share, as the schemas that validate requests and describe answers.
import { type Static, type TSchema, Type } from "typebox";
import { errorBody } from "../answer-error.ts";

/** How diagnostics name a document that was sent without a name. */
export const documentName = "policy.omni";

export const files = Type.Record(Type.String(), Type.String(), {
  description: "Texts that the document imports, by their paths beside it.",
});

export const instant = Type.String({
  description: "The instant to decide for, ISO 8601; the runner's clock unless given.",
});

const position = Type.Object({ line: Type.Integer(), column: Type.Integer() });

export const diagnostic = Type.Object({
  code: Type.String({ description: "`OM3004`" }),
  severity: Type.String({ description: "`error`, `warning` or `info`" }),
  message: Type.String(),
  file: Type.String(),
  range: Type.Optional(Type.Object({ start: position, end: position })),
  fixes: Type.Optional(Type.Array(Type.Unknown())),
});

/** Whatever JSON there may be; described in words. */
export function anything(description: string) {
  return Type.Unknown({ description });
}

type ErrorResponses = Readonly<Record<number, TSchema>>;

/** The descriptions of errors by their statuses. */
export function errors(...statuses: readonly number[]): ErrorResponses {
  return Object.fromEntries(statuses.map((status) => [status, errorBody]));
}

/** A document that is sent along. */
export const submission = {
  code: Type.String({ description: "The document." }),
  files: Type.Optional(files),
  file: Type.Optional(Type.String({ description: "How diagnostics name the document." })),
} as const;

const submitted = Type.Object(submission);

/** What was sent, with the defaults of what was not. */
export function submissionOf({
  code,
  files: given = {},
  file = documentName,
}: Static<typeof submitted>) {
  return { code, files: given, file };
}
