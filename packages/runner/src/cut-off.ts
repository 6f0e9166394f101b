// What clients are told that speak no HTTP, send headers without end, or take too long: a last answer, and the end.
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

/** Answers a connection that Node's HTTP parser gave up, and closes it. */
export function cutOff(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, name, message } = reasonOf(error.code);
  const requestId = randomUUID();
  const body = JSON.stringify({ error: name, message, requestId });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    "x-content-type-options: nosniff",
    "connection: close",
  ];
  // A client that reads no answer either would keep the socket.
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

function reasonOf(code: string | undefined): {
  readonly status: number;
  readonly name: string;
  readonly message: string;
} {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return { status: 431, name: "headers_too_large", message: "the headers are too large" };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, name: "too_slow", message: "the request took too long to arrive" };
    default:
      return { status: 400, name: "bad_request", message: "that is no HTTP request" };
  }
}
