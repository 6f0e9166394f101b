// What `omegac` runs first, once bundled: loads the program from beside itself and starts it.
import { join } from "node:path";
import { loadProgram } from "../src/load-program.ts";

/** The program's file name, put here by bundle.ts. */
declare const PROGRAM: string;
/** The file name of what its threads run first. */
declare const THREAD: string;

loadProgram(join(__dirname, PROGRAM), require).exports.main(join(__dirname, THREAD));
