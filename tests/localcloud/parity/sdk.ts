/**
 * One promise of the platform's database, as its documentation or its SDK states it. A case begins with empty
 * collections, uses nothing but the SDK, and throws when the promise is broken.
 */
export type Case = { name: string; needs?: Need[]; run(sdk: CloudUnderTest): Promise<void> }

/**
 * What not every environment offers: a clock that can be driven, conflicts on demand, and the function `parity`. A case
 * whose need is not met is left out and named as left out.
 */
export type Need = 'clock' | 'conflicts' | 'functions'

/** The real SDK, initialised, with the collections a case may use. */
export type CloudUnderTest = {
  cloud: Untyped
  db: Untyped
  /** `db.command` and `db.command.aggregate`. */
  _: Untyped
  $: Untyped
  /** Two collections without indexes. */
  docs: string
  others: string
  /** A collection with a unique index on `code`. */
  uniques: string
  /** A collection with a geographic index on `at`; the platform refuses geographic queries without one. */
  places: string
  /** A name that no collection has. */
  missing: string
  /** Does something as another invocation of a function, which runs at the same time. */
  another<T>(act: () => Promise<T>): Promise<T>
  /** Does something during which the database answers the n-th request with a conflict; only for `conflicts`. */
  withConflictAt<T>(request: number, act: () => Promise<T>): Promise<T>
  /** The clock of the environment, in milliseconds. */
  now(): number
  /** Drives the clock; only for cases that need `clock`. */
  advance(milliseconds: number): Promise<void>
}

// The SDK's own types leave out half of what its documentation offers (add of many, `multi`, `throwOnNotFound`, …).
export type Untyped = any
