// Packs the extension into dist/omega-vscode.vsix, as it is installed and published. Bundle it first: `scripts/build.ts`.
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// The editor shows the licence from inside the package; there is one in the repository.
await copyFile(join(root, "..", "..", "LICENSE"), join(root, "LICENSE"));
await createVSIX({
  cwd: root,
  packagePath: join(root, "dist", "omega-vscode.vsix"),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
