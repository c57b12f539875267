/**
 * A fault of the local cloud as a change of its source text. `find` must stand in the file exactly once, so that a fault
 * cannot quietly stop being planted when the source moves on. `near` names the topic whose cases are tried first; it
 * saves time and decides nothing.
 */
export type Fault = { name: string; file: string; find: string; replace: string; near: string }

/** A file of the embedded database. */
export const engine = (file: string): string => `localcloud/engine/${file}`
