// The version that `omegac --version` prints.
export { engineVersion as version } from "@omega/core";
