// std::io: the log that a decision carries. There is no other I/O in the language.

import { isLambda } from "./arguments.ts";
import type { SignatureType, StandardFunction } from "./standard-function.ts";

const anything: SignatureType = { kind: "variable", name: "a" };

export const ioFunctions: readonly StandardFunction[] = [
  {
    name: "std::io::log",
    bare: false,
    signatures: [{ parameters: [{ name: "value", type: anything }], result: anything }],
    summary: "Records the value in the decision's log and gives it back.",
    examples: [{ call: 'std::io::log("checked")', result: '"checked"' }],
    evaluate([value], call) {
      if (value === undefined || isLambda(value)) return call.fail("wrong kind");
      call.log(value);
      return value;
    },
  },
];
