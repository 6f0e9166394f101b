// The peers, in the order of the table.
import type { Engine } from "../engine.ts";
import { bufbuildCel } from "./bufbuild-cel.ts";
import { cedar } from "./cedar.ts";
import { celJs } from "./cel-js.ts";
import { jsonLogicEngine } from "./json-logic-engine.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import { zenEngine } from "./zen-engine.ts";

export const peers: readonly Engine[] = [
  jsonLogicEngine,
  celJs,
  bufbuildCel,
  jsonRulesEngine,
  cedar,
  zenEngine,
];
