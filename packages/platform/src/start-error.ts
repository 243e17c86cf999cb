/** Why LastHash cannot start: one sentence and the remedy, for a person. */
export class StartError extends Error {}
