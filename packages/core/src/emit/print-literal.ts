// Data as JavaScript source. The only way by which anything a document says gets into emitted code.

/** Data that has a literal: what programs are made of. */
export type Printable =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Printable[]
  | ReadonlyMap<string, Printable>
  | { readonly [name: string]: Printable };

/** A text in double quotes, ASCII only, that ends neither its line nor an HTML script. */
export function printText(text: string): string {
  return JSON.stringify(text).replace(
    /[<\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A number, in parentheses where its sign could meet an operator. */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return "(-0)";
  return value < 0 ? `(${value})` : String(value);
}

/** How a property of this name is read: `.name`, else `["any name"]`. */
export function printAccess(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? `.${name}` : `[${printText(name)}]`;
}

/** A property's name in an object literal; `__proto__` is one like any other. */
export function printKey(name: string): string {
  return name === "__proto__" ? `[${printText(name)}]` : printText(name);
}

/** A literal that makes an equal value. Shared parts are written as often as they occur. */
export function printLiteral(value: Printable): string {
  switch (typeof value) {
    case "undefined":
      return "undefined";
    case "boolean":
      return String(value);
    case "number":
      return printNumber(value);
    case "bigint":
      return value < 0n ? `(${value}n)` : `${value}n`;
    case "string":
      return printText(value);
    case "object":
      if (value === null) return "null";
      if (isList(value)) return `[${value.map(printLiteral).join(", ")}]`;
      if (value instanceof Map) return printMap(value);
      return `{ ${Object.entries(value)
        .map(([name, part]) => `${printKey(name)}: ${printLiteral(part)}`)
        .join(", ")} }`;
  }
}

function isList(value: object): value is readonly Printable[] {
  return Array.isArray(value);
}

function printMap(map: ReadonlyMap<string, Printable>): string {
  const entries = [...map].map(([name, part]) => `[${printText(name)}, ${printLiteral(part)}]`);
  return `new Map([${entries.join(", ")}])`;
}
