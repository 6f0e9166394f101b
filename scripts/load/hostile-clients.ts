// Clients that mean no good, in a process of their own: `URL PAUSE` lets them loose all at once until the process is told to
// stop by its stdin, and prints how often each has struck; `URL abort COUNT` gives up so many requests.
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { policyOfSize } from "./policies.ts";

/** Attacks by name, each a single one; what comes of it does not matter. */
function attacks(url: string, signal: AbortSignal): Readonly<Record<string, () => Promise<void>>> {
  const { port } = new URL(url);
  const { code } = policyOfSize(1);
  const post = async (path: string, body: string, until = signal): Promise<void> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}${path}`, { method: "POST", headers, body, signal: until });
    await answer.arrayBuffer();
  };
  const loops = `INTENT: run for ever\nRULE:\n${Array.from({ length: 100 }, (_, index) => `- FOR i IN std::list::range(1, 9000) { - IF std::math::sum(std::list::map(std::list::range(1, 9000), |x| x * i)) > ${index} THEN Act${index} }`).join("\n")}\n`;
  const pattern =
    'INTENT: match\nCONTEXT:\n- Name: <text>\nRULE:\n- IF Name MATCHES "^(a+)+$" THEN Match\n';
  const deep = `${"[".repeat(80_000)}${"]".repeat(80_000)}`;
  return {
    "oversized bodies": () => post("/v1/check", JSON.stringify({ code: "x".repeat(1_000_000) })),
    "endless loops": () => post("/v1/evaluate", JSON.stringify({ code: loops, context: {} })),
    "deep nesting": () =>
      post("/v1/evaluate", `{"code":${JSON.stringify(code)},"context":${deep}}`),
    "explosive patterns": () =>
      post(
        "/v1/evaluate",
        JSON.stringify({ code: pattern, context: { Name: `${"a".repeat(40_000)}!` } }),
      ),
    "polluting keys": () =>
      post(
        "/v1/evaluate",
        `{"code":${JSON.stringify(code)},"__proto__":{"a":1},"constructor":{"prototype":{"b":1}},"context":{"__proto__":{"c":1}}}`,
      ),
    "aborted requests": async () => {
      const gone = AbortSignal.any([signal, AbortSignal.timeout(5)]);
      await post("/v1/check", JSON.stringify({ code: `${code}# ${Math.random()}` }), gone);
    },
    "slow connections": () =>
      new Promise((resolve) => {
        const socket = connect(Number(port), "127.0.0.1", () =>
          socket.write("POST /compile HTTP/1.1\r\nhost: a\r\nx-slow: "),
        );
        socket.on("error", () => undefined);
        socket.on("close", () => resolve());
        signal.addEventListener("abort", () => socket.destroy(), { once: true });
        socket.setTimeout(2_000, () => socket.destroy());
      }),
  };
}

/** Lets them loose. Each goes on by itself, `pause` milliseconds between two strikes; gives the strikes once `signal` stops. */
async function runHostileClients(
  url: string,
  signal: AbortSignal,
  pause: number,
): Promise<Readonly<Record<string, number>>> {
  const strikes: Record<string, number> = {};
  const clients = Object.entries(attacks(url, signal)).map(async ([name, strike]) => {
    strikes[name] = 0;
    while (!signal.aborted) {
      strikes[name]++;
      // To be cut off is what an attacker expects.
      await strike().catch(() => undefined);
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  });
  await Promise.all(clients);
  return strikes;
}

/** So many requests that are given up before their answer, a hundred at a time. */
async function abortRequests(url: string, count: number): Promise<void> {
  const body = JSON.stringify({ code: policyOfSize(1).code });
  const headers = { "content-type": "application/json" };
  for (let done = 0; done < count; done += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const signal = AbortSignal.timeout(index % 10);
        const request = fetch(`${url}/v1/check`, { method: "POST", headers, body, signal });
        return request.then((answer) => answer.arrayBuffer()).catch(() => undefined);
      }),
    );
  }
}

const [url = "", order = "", count = ""] = process.argv.slice(2);
if (order === "abort") await abortRequests(url, Number(count));
else {
  const ending = new AbortController();
  process.stdin.on("end", () => ending.abort()).resume();
  console.log(JSON.stringify(await runHostileClients(url, ending.signal, Number(order))));
  process.exit();
}
