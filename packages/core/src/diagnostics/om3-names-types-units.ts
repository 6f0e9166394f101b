// The OM3 family: what the semantic stage has to say of names, types and units, in one table for the registry.

import type { DiagnosticRule } from "./diagnostic.ts";
import * as actions from "./om3-actions.ts";
import * as declarations from "./om3-declarations.ts";
import * as examples from "./om3-examples.ts";
import * as names from "./om3-names.ts";
import * as types from "./om3-types.ts";
import * as units from "./om3-units.ts";

/** Every OM3 entry. */
export const semanticDiagnostics: readonly DiagnosticRule<never>[] = [
  ...names.names,
  ...types.types,
  ...units.units,
  ...declarations.declarations,
  ...actions.actions,
  ...examples.examples,
];
