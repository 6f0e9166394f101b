// What a proof thread runs first where nothing is built: threads are given no loader, so this one gets its own.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
