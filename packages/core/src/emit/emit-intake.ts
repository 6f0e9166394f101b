// The copy of a context as code: by the types that a policy knows, so that engines see the same few shapes each time. What
// is not as it mostly is, `copyJson` copies; both give what `readContext` would, or leave the context to it.
import type { ProgramAttribute } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import { constant, type Emission } from "./emission.ts";
import { printAccess, printKey, printLiteral, printText } from "./print-literal.ts";

/** Records of more members are copied as they come: as literals they would be no faster. */
const mostMembers = 200;

/** How many members of an enumeration a text is compared with before it is looked through. */
const mostCompared = 8;

/** An expression for a `CopyContext`. */
export function emitIntake(emission: Emission): string {
  const members = emission.program.attributes.map(memberOf);
  return emitRecord(members, 0, emission) ?? constant(emission, `(x, t) => ${generalCopy("x", 0)}`);
}

interface Member {
  readonly name: string;
  /** Null where readings come in another form than their type says. */
  readonly type: Type | null;
}

function memberOf({ name, type, freshMilliseconds }: ProgramAttribute): Member {
  return { name, type: freshMilliseconds === null ? type : null };
}

/** A function's name for records with these members, `depth` levels inside the context; null where there is no use in one. */
function emitRecord(members: readonly Member[], depth: number, emission: Emission): string | null {
  const names = members.map(({ name }) => name);
  const isCopied = members.length > 0 && members.length <= mostMembers;
  if (!isCopied || names.includes("__proto__")) return null;
  const list = constant(emission, printLiteral(names));
  const positions = constant(
    emission,
    `new Map(${printLiteral(names.map((name, index) => [name, index]))})`,
  );
  const given = generalCopy("x", depth);
  const lines = [
    "(x, t) => {",
    `if (typeof x !== "object" || x === null || t.depth <= ${depth}) return ${given};`,
    // Every key that is enumerated is one of these, at the place where it is expected or at another, or one more.
    "let at = 0, found = 0, others = 0;",
    "for (const key in x) {",
    `if (key === ${list}[at]) { at++; found++; continue; }`,
    `const place = ${positions}.get(key);`,
    "if (place === undefined) others++; else { at = place + 1; found++; }",
    "}",
    `if (found !== ${names.length}) return ${given};`,
    `let ${names.map((name, index) => `v${index} = x${printAccess(name)}`).join(", ")};`,
    // Engines know the prototype of what they have just read from.
    `if (!isPrototypeOfRecords(getPrototypeOf(x))) return ${given};`,
    `t.values += ${names.length + 1};`,
    ...members.flatMap(({ type }, index) => emitValue(`v${index}`, type, depth + 1, emission)),
    `const r = { ${names.map((name, index) => `${printKey(name)}: v${index}`).join(", ")} };`,
    `return others === 0 ? r : copyOthers(x, ${positions}, r, t, ${depth + 1});`,
    "}",
  ];
  return constant(emission, lines.join("\n"));
}

function emitList(element: Type, depth: number, emission: Emission): string {
  const lines = [
    "(x, t) => {",
    `if (!Array.isArray(x) || t.depth <= ${depth}) return ${generalCopy("x", depth)};`,
    "const { length } = x;",
    // Counts, and gives up on lists that are too long for a context.
    "if (!hasRoom(t, length)) return undefined;",
    "const r = [];",
    "for (let i = 0; i < length; i++) {",
    "let v = x[i];",
    ...emitValue("v", element, depth + 1, emission),
    "r.push(v);",
    "}",
    "return r;",
    "}",
  ];
  return constant(emission, lines.join("\n"));
}

/** Statements that put a copy in the place of what a variable holds, or return undefined. */
function emitValue(
  code: string,
  type: Type | null,
  depth: number,
  emission: Emission,
): readonly string[] {
  const plain = type === null ? null : isPlain(code, type);
  if (plain !== null) {
    return [
      `if (!(${plain})) { ${code} = ${generalCopy(code, depth)}; if (${code} === undefined) return undefined; }`,
    ];
  }
  const copy = type === null ? null : emitCopy(type, depth, emission);
  const copied = copy === null ? generalCopy(code, depth) : `${copy}(${code}, t)`;
  return [`${code} = ${copied};`, `if (${code} === undefined) return undefined;`];
}

/** That a scalar is JSON as it is, as an expression; null for what is no scalar. */
function isPlain(code: string, type: Type): string | null {
  switch (type.kind) {
    case "boolean":
      return `typeof ${code} === "boolean"`;
    case "number":
      return `typeof ${code} === "number" && ${code} - ${code} === 0 && (${code} !== 0 || 1 / ${code} > 0)`;
    case "text": {
      const values = (type.values ?? []).slice(0, mostCompared);
      const members = values.map((value) => `${code} === ${printText(value)} || `);
      return `${members.join("")}typeof ${code} === "string" && !hasLoneSurrogate(${code})`;
    }
    case "time":
      return `typeof ${code} === "string" && !hasLoneSurrogate(${code})`;
    case "list":
    case "record":
    case "undetermined":
      return null;
  }
}

function emitCopy(type: Type, depth: number, emission: Emission): string | null {
  switch (type.kind) {
    case "list":
      return emitList(type.element, depth, emission);
    case "record":
      return emitRecord(type.fields, depth, emission);
    case "boolean":
    case "number":
    case "text":
    case "time":
    case "undetermined":
      return null;
  }
}

function generalCopy(code: string, depth: number): string {
  return `copyJson(${code}, t, ${depth})`;
}
