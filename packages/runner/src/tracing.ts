// W3C trace context and OpenTelemetry spans. Without an SDK in the process spans go nowhere, and a trace is still handed on.
import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from "@opentelemetry/api";
import type { StageTimes } from "./evaluation/task.ts";

export interface RequestTrace {
  readonly span: Span;
  readonly context: Context;
  readonly traceId: string;
  /** What the answer says, and what would go to whoever is called: the trace, and this request's span in it. */
  readonly traceparent: string;
}

const tracer = trace.getTracer("@omega/runner");

/** Begins the span of a request under the trace that its `traceparent` names, or a new one, named by the request's UUID. */
export function beginTrace(
  name: string,
  traceparent: string | undefined,
  requestId: string,
): RequestTrace {
  const parent = readTraceparent(traceparent);
  const above = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER }, above);
  const own = span.spanContext();
  // Without an SDK a span is its parent's, or none.
  const hexadecimal = requestId.replaceAll("-", "");
  const isOwn = isSpanContextValid(own) && own.spanId !== parent?.spanId;
  const { traceId, spanId, traceFlags } = isOwn
    ? own
    : {
        // A UUID is 32 hexadecimal digits; half of them are random enough for a span.
        traceId: parent?.traceId ?? hexadecimal,
        spanId: hexadecimal.slice(16),
        traceFlags: parent?.traceFlags ?? TraceFlags.NONE,
      };
  const flags = traceFlags.toString(16).padStart(2, "0");
  return {
    span,
    context: trace.setSpan(above, span),
    traceId,
    traceparent: `00-${traceId}-${spanId}-${flags}`,
  };
}

/** `00-<trace>-<span>-<flags>`, https://www.w3.org/TR/trace-context/; null for what is none. */
function readTraceparent(text: string | undefined): SpanContext | null {
  const [, version, traceId = "", spanId = "", flags = "", rest = ""] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(text ?? "") ?? [];
  if (version === undefined || version === "ff" || (version === "00" && rest !== "")) return null;
  const parent = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED,
    isRemote: true,
  };
  return isSpanContextValid(parent) ? parent : null;
}

/** Adds the stages of a task, one after the other, the last ending now. */
export function traceStages({ span, context }: RequestTrace, times: StageTimes): void {
  if (!span.isRecording()) return;
  const stages = (["parse", "check", "evaluate"] as const).flatMap((stage) => {
    const took = times[stage];
    return took === undefined ? [] : [{ stage, took }];
  });
  let start = Date.now() - stages.reduce((sum, { took }) => sum + took, 0);
  for (const { stage, took } of stages) {
    tracer.startSpan(stage, { startTime: start }, context).end(start + took);
    start += took;
  }
}

/** Ends the span of a request with what became of it. */
export function endTrace(
  { span }: RequestTrace,
  method: string,
  route: string,
  status: number,
): void {
  span.updateName(`${method} ${route}`);
  span.setAttributes({ "http.route": route, "http.response.status_code": status });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
