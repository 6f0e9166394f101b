// The server's process on the desktop.
import { serveProcess } from "@omega/language-server/node";

serveProcess();
