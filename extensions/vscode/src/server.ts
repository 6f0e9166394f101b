// The server's process on the desktop, with the solver, which is loaded when somebody first asks for a proof.
import { serveProcess } from "@omega/language-server/node";

serveProcess(async (...asked) => (await import("@omega/prove")).proveAside(...asked));
