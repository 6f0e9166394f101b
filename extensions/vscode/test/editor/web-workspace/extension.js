// A folder in memory for VS Code in the browser, filled with the files that the editor's tests work on. It runs in the editor as
// it stands here, hence plain JavaScript and CommonJS.
// biome-ignore-all lint/style/noCommonJs: the editor loads it as CommonJS.
const {
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} = require("vscode");

const scheme = "omega-test";
const root = "/workspace";

exports.activate = async ({ extensionUri, subscriptions }) => {
  const source = Uri.joinPath(extensionUri, "contents.json").toString(true);
  const files = new Map();
  const ready = fetch(source)
    .then((response) => response.json())
    .then((contents) => {
      for (const [path, text] of Object.entries(contents)) {
        files.set(`${root}/${path}`, { bytes: new TextEncoder().encode(text), mtime: 1 });
      }
    });
  subscriptions.push(
    workspace.registerFileSystemProvider(scheme, createFileSystem(files, ready), {
      isCaseSensitive: true,
    }),
    workspace.registerFileSearchProvider(scheme, {
      async provideFileSearchResults() {
        await ready;
        return [...files.keys()].map((path) => Uri.from({ scheme, path }));
      },
    }),
  );
};

function createFileSystem(files, ready) {
  const changed = new EventEmitter();
  let now = 1;
  const tell = (type, uri) => changed.fire([{ type, uri }]);
  const namesBelow = (folder) => {
    const prefix = folder.endsWith("/") ? folder : `${folder}/`;
    const names = new Map();
    for (const path of files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name, ...more] = path.slice(prefix.length).split("/");
      names.set(name, more.length === 0 ? FileType.File : FileType.Directory);
    }
    return [...names];
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    async stat(uri) {
      await ready;
      const file = files.get(uri.path);
      if (file !== undefined) {
        return { type: FileType.File, ctime: 1, mtime: file.mtime, size: file.bytes.length };
      }
      if (uri.path === root || namesBelow(uri.path).length > 0) {
        return { type: FileType.Directory, ctime: 1, mtime: 1, size: 0 };
      }
      throw FileSystemError.FileNotFound(uri);
    },
    async readDirectory(uri) {
      await ready;
      return namesBelow(uri.path);
    },
    async readFile(uri) {
      await ready;
      const file = files.get(uri.path);
      if (file === undefined) throw FileSystemError.FileNotFound(uri);
      return file.bytes;
    },
    async writeFile(uri, bytes) {
      await ready;
      const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
      files.set(uri.path, { bytes, mtime: ++now });
      tell(type, uri);
    },
    async delete(uri) {
      for (const path of files.keys()) {
        if (path === uri.path || path.startsWith(`${uri.path}/`)) files.delete(path);
      }
      tell(FileChangeType.Deleted, uri);
    },
    async rename(from, to) {
      const file = files.get(from.path);
      if (file === undefined) throw FileSystemError.FileNotFound(from);
      files.delete(from.path);
      files.set(to.path, file);
      tell(FileChangeType.Deleted, from);
      tell(FileChangeType.Created, to);
    },
    // Folders are there because files are in them.
    createDirectory() {},
  };
}
