// The examples of docs/guides/runner.md, as their readers paste them. OMEGA_UPDATE_GOLDEN=1 rewrites what they answer.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RealRunner, startReal } from "./start-real.ts";

const page = new URL("../../../docs/guides/runner.md", import.meta.url);
const address = "http://127.0.0.1:8080";

let folder: string;
let running: RealRunner;
let text: string;
beforeAll(async () => {
  text = await readFile(page, "utf8");
  folder = await mkdtemp(join(tmpdir(), "omega-guide-"));
  await mkdir(join(folder, "policies"));
  const [, file = "", document = ""] = /```omni file=(\S+)\n(.*?)```/s.exec(text) ?? [];
  await writeFile(join(folder, file), document);
  running = await startReal({ OMEGA_POLICIES: join(folder, "policies") });
});
afterAll(async () => {
  await running.end();
  await rm(folder, { recursive: true, force: true });
});

test("every example answers what the guide says", async () => {
  const pieces = text.split(/(?<=```sh shown\n)(.*?)(?=```)/s);
  const rewritten = await inOrder(pieces, async (piece) =>
    piece.startsWith("$ ") ? runBlock(piece) : piece,
  );
  if (process.env.OMEGA_UPDATE_GOLDEN === "1") await writeFile(page, rewritten.join(""));
  else expect(rewritten.join("")).toBe(text);
});

test("every route has an example", async () => {
  const description = await (await fetch(`${running.url}/openapi.json`)).text();
  const paths = Object.keys(JSON.parse(description).paths).map((path) =>
    path.replace("{name}", "cell"),
  );
  const asked = [...text.matchAll(/^\$ curl http:\/\/127\.0\.0\.1:8080(\S*)/gm)].map(
    ([, path]) => path,
  );
  expect(asked).toEqual(expect.arrayContaining(paths));
});

async function runBlock(block: string): Promise<string> {
  const commands = block.split("\n").filter((line) => line.startsWith("$ "));
  const outputs = await inOrder(commands, async (line) => `${line}\n${await run(line.slice(2))}\n`);
  return outputs.join("");
}

/** What `curl … | jq .path` or `curl … | grep word` prints. */
async function run(command: string): Promise<string> {
  const [request = "", filter = ""] = command.split(" | ");
  const words = [...request.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? "",
  );
  const [, url = "", ...options] = words;
  const headers: Record<string, string> = {};
  let body: string | null = null;
  for (let index = 0; index < options.length; index += 2) {
    const [option, value = ""] = options.slice(index, index + 2);
    if (option === "-H") {
      const [name = "", ...rest] = value.split(": ");
      headers[name] = rest.join(": ");
    } else
      body = value.startsWith("@") ? await readFile(join(folder, value.slice(1)), "utf8") : value;
  }
  const answer = await fetch(url.replace(address, running.url), {
    method: body === null ? "GET" : "POST",
    headers,
    ...(body !== null && { body }),
  });
  return steady(filtered(await answer.text(), filter));
}

function filtered(answer: string, filter: string): string {
  const [program, argument = ""] = filter.split(" ");
  if (program === "grep") {
    return answer
      .split("\n")
      .filter((line) => line.includes(argument))
      .join("\n");
  }
  if (program !== "jq") return answer;
  const path = [...argument.matchAll(/\w+/g)].map(([name]) => name);
  const value = path.reduce((object, name) => object[name], JSON.parse(answer));
  return JSON.stringify(value, null, 2);
}

/** Without what differs from run to run. */
function steady(output: string): string {
  return output
    .replaceAll(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, '"…"')
    .replaceAll(/"[0-9a-f]{64}"/g, '"…"')
    .replaceAll(/"20\d\d-\d\d-\d\dT[\d:.]+Z"/g, '"…"')
    .replaceAll(/-local\.\d{8}\.\d{4}/g, "-local.…")
    .replaceAll(
      /"(port|started_at_ms|requests_handled|totalRequests|uptimeSec|durationMs)":[\d.]+/g,
      '"$1":…',
    );
}

async function inOrder<Item, Result>(
  items: readonly Item[],
  make: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await make(item));
  return results;
}
