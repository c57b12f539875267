import type { DoorFault } from '../door-faults'

/** Faults of what the clock does about journeys, their figures and the figures of days. */
export const followUpDoorFaults: readonly DoorFault[] = [
  {
    fault: 'a day of which an account keeps entries is never worked out again',
    file: 'cloudfunctions/_areas/clock/jobs/rollups.ts',
    find: 'missing: daysOf(missing) } satisfies',
    replace: 'missing: [] } satisfies',
    test: 'tests/clock/figures.operation.test.ts',
    name: 'whole once they are in the ledger',
  },
  {
    fault: 'tasks that could not be handed over count as handed over',
    file: 'cloudfunctions/_areas/journeys/hand-over.ts',
    find: "await effects.store.count('tasks', { assigneeId: grant._id, state: 'open' })",
    replace: '0',
    test: 'tests/tasks/hand-over.operation.test.ts',
    name: 'no success',
  },
  {
    fault: 'a task that moves is counted on both days',
    file: 'cloudfunctions/_areas/journeys/to-recount.ts',
    find: '[stood[key], dueAt]',
    replace: '[dueAt]',
    test: 'tests/tasks/counts.operation.test.ts',
    name: 'let go of the day',
  },
  {
    fault: 'of two who count at once the one that looked first writes last',
    file: 'cloudfunctions/_areas/journeys/task-counts.ts',
    find: "return store.replaceIf('taskCounts', document, before.version)",
    replace: "await store.put('taskCounts', document)\n  return true",
    test: 'tests/tasks/counts.operation.test.ts',
    name: 'who looked last',
  },
  {
    fault: 'figures are cut at a thousand rows',
    file: 'cloudfunctions/_areas/journeys/task-counts.ts',
    find: 'if (rows.length < rowsMax) return cells',
    replace: 'if (rows) return cells',
    test: 'tests/tasks/counts.operation.test.ts',
    name: 'cut nowhere',
  },
  {
    fault: 'what the programme has no more stays to be done',
    file: 'cloudfunctions/_areas/journeys/write-run.ts',
    find: 'isOpen(run, key) && !current.has(key)',
    replace: "isOpen(run, key) && !current.has(key) && key === ''",
    test: 'tests/tasks/counts.operation.test.ts',
    name: 'to be done no more',
  },
]
