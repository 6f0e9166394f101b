// Messages to the person at the editor, in their language.
import type { Locale } from "@omega/core";
import { type Connection, type MessageType, ShowMessageNotification } from "vscode-languageserver";

export type Tell = (type: MessageType, message: string) => Promise<void>;

/** Shows messages in the client of a connection. */
export function tellBy(connection: Connection, phrase: Locale["phrase"]): Tell {
  return (type, message) =>
    connection.sendNotification(ShowMessageNotification.type, { type, message: phrase(message) });
}
