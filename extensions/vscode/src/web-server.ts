// The server's worker in the browser.
import { serveWorker } from "@omega/language-server/browser";

// In a dedicated worker the global scope is that worker's.
serveWorker(self as unknown as DedicatedWorkerGlobalScope);
