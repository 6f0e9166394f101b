// Bahasa Indonesia, phrases of the command line: one file for each subject, joined here.
import type { Phrases } from "@omega/core";
import { commands } from "./commands.ts";
import { complaints } from "./complaints.ts";
import { help } from "./help.ts";
import { reports } from "./reports.ts";

export const phrases: Phrases = { ...help, ...commands, ...complaints, ...reports };
