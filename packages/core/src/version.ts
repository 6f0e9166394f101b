// The engine's version, as decisions and `omegac --version` state it. The release keeps it equal to the package's.

export const engineVersion = "1.0.0";
