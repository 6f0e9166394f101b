// What a worker thread of `omegac` runs first, once bundled: loads the program from beside itself, as the process did.
import { join } from "node:path";
import { loadProgram } from "../src/load-program.ts";

/** The program's file name, put here by bundle.ts. */
declare const PROGRAM: string;

loadProgram(join(__dirname, PROGRAM), require).exports.mainOfThread();
