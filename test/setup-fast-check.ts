// Properties try the same cases in every run of the suite, so that a change is what turns it red; `npm run fuzz` tries others.
import * as fc from "fast-check";

fc.configureGlobal({ seed: 20_261_121 });
