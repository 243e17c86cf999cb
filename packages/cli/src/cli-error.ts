/** 0 passed, 1 the gate failed, 2 it could not be run. */
export type ExitCode = 0 | 1 | 2

export const GATE_FAILED = 1
export const COULD_NOT_RUN = 2

/** Why the command could not be run, in words for whoever typed it. Ends the process with 2. */
export class CliError extends Error {}
