/**
 * What documents were before they changed, kept while transactions are open, so that a transaction reads the state of its
 * snapshot although the tables have moved on.
 */
export type History = {
  /** The number of the last commit; a snapshot is such a number. */
  now(): number
  /** Notes, inside a write job, what a document was before the change (null: it did not exist). */
  note(document: string, before: string | null): void
  /** What the document was at the snapshot; undefined when it has not changed since. */
  before(document: string, snapshot: number): string | null | undefined
  jobDone(): void
  jobUndone(): void
  committed(): void
  /** Forgets what no snapshot at or after this one can need. */
  forget(oldestSnapshot: number): void
}

type Change = { document: string; before: string | null; commit: number }

export function openHistory(): History {
  let commit = 0
  let pending: Change[] = []
  const changes: Change[] = []
  const byDocument = new Map<string, Change[]>()

  function keep(change: Change): void {
    changes.push(change)
    const list = byDocument.get(change.document)
    if (list) list.push(change)
    else byDocument.set(change.document, [change])
  }

  function drop(change: Change): void {
    const list = byDocument.get(change.document)
    list?.shift()
    if (list?.length === 0) byDocument.delete(change.document)
  }

  return {
    now: () => commit,
    note: (document, before) => void pending.push({ document, before, commit: commit + 1 }),
    before: (document, snapshot) => byDocument.get(document)?.find((change) => change.commit > snapshot)?.before,
    jobDone() {
      pending.forEach(keep)
      pending = []
    },
    jobUndone() {
      pending = []
    },
    committed() {
      commit++
    },
    forget(oldestSnapshot) {
      const gone = changes.findIndex((change) => change.commit > oldestSnapshot)
      const old = gone === -1 ? changes.splice(0) : changes.splice(0, gone)
      old.forEach(drop)
    },
  }
}
