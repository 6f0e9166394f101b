// Bahasa Indonesia, phrases of the command line: one file for each subject, joined here.
import type { Phrases } from "@omega/core";
import { commands } from "./commands.ts";
import { comparisons } from "./comparisons.ts";
import { complaints } from "./complaints.ts";
import { conversations } from "./conversations.ts";
import { help } from "./help.ts";
import { pages } from "./pages.ts";
import { generating, mutating, proofs } from "./proofs.ts";
import { reports } from "./reports.ts";

export const phrases: Phrases = {
  ...help,
  ...commands,
  ...complaints,
  ...conversations,
  ...pages,
  ...proofs,
  ...comparisons,
  ...generating,
  ...mutating,
  ...reports,
};
