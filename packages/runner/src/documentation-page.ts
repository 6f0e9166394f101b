// The page at /docs: every route with what it takes and answers, readable without a script and without a network.

/** The parts of an OpenAPI document that the page shows. */
interface Description {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths?: Readonly<Record<string, unknown>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
}

/** The description of the routes as a page of HTML. */
export function documentationPage({ info, paths = {} }: Description): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    // Made by our own schemas, so the methods hold operations.
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const contents = operations
    .map(({ name, operation }) => {
      const link = `<a href="#${anchor(name)}"><code>${escaped(name)}</code></a>`;
      return `<li>${link} ${escaped(operation.summary ?? "")}</li>`;
    })
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(info.title)}</h1>
<p>Version ${escaped(info.version)}. The same for programs: <a href="openapi.json">openapi.json</a>.</p>
<nav><ul>
${contents}
</ul></nav>
${operations.map(({ name, operation }) => printOperation(name, operation)).join("\n")}
</main>
</body>
</html>
`;
}

function printOperation(name: string, operation: Operation): string {
  const { summary = "", description, requestBody, responses = {} } = operation;
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema = {} }]) =>
      `<h3>Takes <code>${escaped(type)}</code></h3>${printSchema(schema)}`,
  );
  const answers = Object.entries(responses).map(([status, { content = {} }]) => {
    const [schema = {}] = Object.values(content).map((one) => one.schema ?? {});
    return Number(status) >= 400 ? "" : `<h3>Answers ${status}</h3>${printSchema(schema)}`;
  });
  const refusals = Object.keys(responses).filter((status) => Number(status) >= 400);
  return `<section id="${anchor(name)}">
<h2><code>${escaped(name)}</code></h2>
<p>${escaped(summary)}.${description === undefined ? "" : ` ${prose(description)}`}</p>
${bodies.join("\n")}
${answers.join("\n")}
${refusals.length === 0 ? "" : `<p>Refuses with ${refusals.join(", ")}.</p>`}
</section>`;
}

function printSchema(schema: Schema): string {
  const { properties, anyOf, description } = schema;
  if (anyOf !== undefined && properties === undefined && anyOf.some((one) => one.properties)) {
    return anyOf.map(printSchema).join("<p>or</p>");
  }
  if (properties === undefined) {
    return `<p>${escaped(typeName(schema))}${description === undefined ? "" : `: ${prose(description)}`}</p>`;
  }
  const rows = Object.entries(properties).map(([name, member]) => {
    const optional =
      schema.required?.includes(name) === true ? "" : " <small>may be absent</small>";
    return `<tr><td><code>${escaped(name)}</code>${optional}</td><td>${escaped(typeName(member))}</td><td>${prose(member.description ?? "")}</td></tr>`;
  });
  return `<table>${rows.join("\n")}</table>`;
}

function typeName({ type, items, anyOf, const: constant, enum: choices }: Schema): string {
  if (constant !== undefined) return JSON.stringify(constant);
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(" | ");
  if (anyOf !== undefined) return anyOf.map(typeName).join(" | ");
  if (type === "array") return `list of ${items === undefined ? "anything" : typeName(items)}`;
  return type ?? "anything";
}

function anchor(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** Words with code in backticks. */
function prose(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
h2 { margin-top: 3rem; border-top: 1px solid #8884; padding-top: 1rem; font-size: 1.25rem; }
h3 { font-size: 1rem; margin-bottom: .25rem; }
nav ul { list-style: none; padding: 0; }
nav code { display: inline-block; min-width: 15rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
td { border-top: 1px solid #8883; padding: .3rem .75rem .3rem 0; vertical-align: top; }
td:first-child { white-space: nowrap; }
small { opacity: .65; }
code { font-size: .95em; }
`;
