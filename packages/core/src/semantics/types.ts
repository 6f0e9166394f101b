// The types of OMEGA's values, as the checker settles them and as inputs are read and decisions printed by them.
import type { Unit } from "./units/unit.ts";

export type Type =
  | BooleanType
  | NumberType
  | TextType
  | TimeType
  | ListType
  | RecordType
  | UndeterminedType;

interface BooleanType {
  readonly kind: "boolean";
}

/** A plain number (unit `one`) or a quantity. A run-time value is a double in this unit. */
export interface NumberType {
  readonly kind: "number";
  readonly unit: Unit;
  /** A temperature difference (`delta C`) rather than an absolute temperature; false for all other dimensions. */
  readonly difference: boolean;
  readonly integer: boolean;
  /** Declared range in this unit, both ends included; null where open. */
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface TextType {
  readonly kind: "text";
  /** The members of an enumeration, else null. */
  readonly values: readonly string[] | null;
}

/** An instant; a run-time value of kind `time`. */
interface TimeType {
  readonly kind: "time";
}

export interface ListType {
  readonly kind: "list";
  readonly element: Type;
}

export interface RecordType {
  readonly kind: "record";
  readonly fields: readonly RecordTypeField[];
  /** True when inferred from use: further fields may exist in the input and are kept as they come. */
  readonly open: boolean;
}

export interface RecordTypeField {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
}

/** Nothing settles the kind: checked at run time. */
interface UndeterminedType {
  readonly kind: "undetermined";
}
