// Block scopes: what LET names, loop variables and lambda parameters mean where they stand.

/** A block's own names and the block around it. Lookups go outward; nesting is capped by the parser. */
export interface Scope<T> {
  readonly parent: Scope<T> | null;
  readonly names: Map<string, T>;
}

export function openScope<T>(parent: Scope<T> | null = null): Scope<T> {
  return { parent, names: new Map() };
}

/** What `name` means here, or null where no enclosing block binds it. */
export function lookUp<T>(scope: Scope<T>, name: string): T | null {
  for (let current: Scope<T> | null = scope; current !== null; current = current.parent) {
    const found = current.names.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** Every name in scope, for suggestions; inner ones first. */
export function* namesInScope<T>(scope: Scope<T>): Iterable<string> {
  for (let current: Scope<T> | null = scope; current !== null; current = current.parent) {
    yield* current.names.keys();
  }
}
