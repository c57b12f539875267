import { Refused } from './refused'
import type { Sqlite } from './sqlite'

/**
 * Group commit: the write jobs of one turn of the event loop share one SQLite transaction, each in a savepoint of its own, and
 * every promise settles only after that transaction is on disk. One sync then serves many callers.
 */
export type Committer = {
  /**
   * Runs a job that changes rows. A thrown error undoes the job and rejects; a *returned* `Refused` rejects too but keeps what the
   * job did before (the platform stops at the first bad document of several). A thrown `Blocked` runs the job again later.
   */
  write<T>(job: () => T | Refused): Promise<T>
  /** Runs what is waiting now, before something that needs the file quiet. */
  flush(): void
  /** Rejects the jobs that wait for a transaction, so that none of them runs when it ends. */
  rejectBlocked(error: Error): void
}

/** Thrown by a job that met a document locked by an open transaction; the job is run again when `until` settles. */
export class Blocked extends Error {
  constructor(readonly until: Promise<void>) {
    super('waits for a transaction')
  }
}

/** What the committer tells the history of changes. */
export type CommitHooks = { jobDone(): void; jobUndone(): void; committed(): void }

type Waiting = { job: () => unknown; resolve: (value: never) => void; reject: (error: unknown) => void }
type Outcome = { waiting: Waiting; value?: unknown; error?: unknown }

export function openCommitter(sqlite: Sqlite, hooks: CommitHooks): Committer {
  const run = {
    begin: sqlite.prepare('BEGIN IMMEDIATE'),
    commit: sqlite.prepare('COMMIT'),
    rollback: sqlite.prepare('ROLLBACK'),
  }
  const savepoint = {
    set: sqlite.prepare('SAVEPOINT job'),
    undo: sqlite.prepare('ROLLBACK TO job'),
    release: sqlite.prepare('RELEASE job'),
  }
  let queue: Waiting[] = []
  let scheduled = false
  const blocked = new Set<Waiting>()

  function enqueue(waiting: Waiting): void {
    queue.push(waiting)
    if (scheduled) return
    scheduled = true
    setImmediate(flush)
  }

  function attempt(waiting: Waiting): Outcome | null {
    savepoint.set.run()
    try {
      const value = waiting.job()
      savepoint.release.run()
      hooks.jobDone()
      return value instanceof Refused ? { waiting, error: value } : { waiting, value }
    } catch (error) {
      savepoint.undo.run()
      savepoint.release.run()
      hooks.jobUndone()
      if (!(error instanceof Blocked)) return { waiting, error }
      blocked.add(waiting)
      void error.until.then(() => {
        if (blocked.delete(waiting)) enqueue(waiting)
      })
      return null
    }
  }

  function rejectBlocked(error: Error): void {
    for (const waiting of blocked) waiting.reject(error)
    blocked.clear()
  }

  function flush(): void {
    scheduled = false
    const jobs = queue
    queue = []
    if (jobs.length === 0) return
    const outcomes: (Outcome | null)[] = []
    try {
      run.begin.run()
      for (const waiting of jobs) outcomes.push(attempt(waiting))
      run.commit.run()
      hooks.committed()
    } catch (error) {
      if (sqlite.inTransaction) run.rollback.run()
      for (const waiting of jobs) waiting.reject(error)
      return
    }
    for (const outcome of outcomes) if (outcome) settle(outcome)
  }

  return {
    write: (job) => new Promise((resolve, reject) => enqueue({ job, resolve: resolve as never, reject })),
    flush,
    rejectBlocked,
  }
}

function settle({ waiting, value, error }: Outcome): void {
  if (error !== undefined) waiting.reject(error)
  else waiting.resolve(value as never)
}
