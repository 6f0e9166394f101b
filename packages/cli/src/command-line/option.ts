// The kinds of options a command can declare, and the values they come to.

interface OptionBase {
  /** One line for the help. */
  readonly summary: string;
  /** One letter: `-q`. */
  readonly short?: string;
}

/** `--strict`: there or not. */
interface SwitchOption extends OptionBase {
  readonly kind: "switch";
}

/** `--config FILE`: null unless given; the last one counts. */
interface TextOption extends OptionBase {
  readonly kind: "text";
  readonly placeholder: string;
}

/** `--set Name=value`, as often as one likes. */
interface TextsOption extends OptionBase {
  readonly kind: "texts";
  readonly placeholder: string;
}

/** `--format json`: one of a few words. */
interface ChoiceOption<Choice extends string = string> extends OptionBase {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
  /** Null where leaving it out means something else than any of the choices. */
  readonly default: Choice | null;
}

/** `--max-diagnostics 20`: a whole number from 0; null unless given. */
interface CountOption extends OptionBase {
  readonly kind: "count";
  readonly placeholder: string;
}

export type Option = SwitchOption | TextOption | TextsOption | ChoiceOption | CountOption;

/** Options by their long names, without the dashes. */
export interface OptionTable {
  readonly [name: string]: Option;
}

/** What parsing makes of a table. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: OptionValue<Table[Name]>;
};

type OptionValue<One extends Option> = One extends SwitchOption
  ? boolean
  : One extends TextOption
    ? string | null
    : One extends TextsOption
      ? readonly string[]
      : One extends ChoiceOption<infer Choice>
        ? Choice | NullDefault<One>
        : number | null;

type NullDefault<One extends ChoiceOption> = null extends One["default"] ? null : never;
