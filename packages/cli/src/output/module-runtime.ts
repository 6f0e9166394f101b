// What written modules stand on, as text: in a file of its own, because only `omegac compile` needs it.
import type { ModuleOptions } from "@omega/core";

/** Put here by bundle.ts. */
declare const MODULE_RUNTIME: ModuleOptions["runtime"];

export const moduleRuntime = MODULE_RUNTIME;
