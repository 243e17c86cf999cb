/** Row-level security keeps this one to the organisation that the transaction names. */
export const APP_ROLE = 'lasthash_app'
/** Sees every organisation: for jobs, the outbox, start-up and housekeeping only. */
export const SYSTEM_ROLE = 'lasthash_system'

export type DatabaseRole = typeof APP_ROLE | typeof SYSTEM_ROLE
