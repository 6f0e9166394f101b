// The language server as a part of its own: nothing else of the command line pays for its protocol.
export { serveProcess } from "@omega/language-server/node";
