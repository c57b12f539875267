import type { PlantedFault } from '../support/planted'

/** The fault of each lesson, planted in our sources, and the test that has to see it. */
export type LessonFault = PlantedFault & {
  lesson: number
  /** What goes wrong, as it did elsewhere. */
  fault: string
  test: string
  /** Pattern of the names of the tests that fail. */
  name: string
}

export const lessonFaults: readonly LessonFault[] = [
  {
    lesson: 1,
    fault: 'an order keeps its discount though the points were too few',
    file: 'shared/purchases/purchase.ts',
    find: "if (!draws) return refuse('points_short', { short: order.burnPoints - balanceOf(journal.account) })",
    replace: 'if (!draws) return allow(journal)',
    test: 'tests/lessons/lesson-01.rules.test.ts',
    name: 'at a discount that nobody paid',
  },
  {
    lesson: 3,
    fault: 'the shortfall of a refund is forgiven in silence',
    file: 'shared/purchases/refund.ts',
    find: 'const owed = back - lapsed - lotsTotal(draws)',
    replace: 'const owed = 0 as number',
    test: 'tests/lessons/lesson-03.rules.test.ts',
    name: 'under debt',
  },
  {
    lesson: 4,
    fault: 'a second partial refund takes back what the first one took already',
    file: 'shared/purchases/refund.ts',
    find: 'return purchase.earned - reversedBefore - kept',
    replace: 'return purchase.earned - kept + 0 * reversedBefore',
    test: 'tests/lessons/lesson-04.rules.test.ts',
    name: 'lesson 4',
  },
  {
    lesson: 4,
    fault: 'one buys, earns, returns and keeps the points',
    file: 'shared/purchases/refund.ts',
    find: 'return purchase.earned - reversedBefore - kept',
    replace: 'return 0 * (purchase.earned - reversedBefore - kept)',
    test: 'tests/lessons/lesson-04.rules.test.ts',
    name: 'lesson 4',
  },
  {
    lesson: 5,
    fault: 'the account is written back without asking whether it is the one that was read',
    file: 'cloudfunctions/_runtime/unit-of-work.ts',
    find: "await effects.store.replaceIf('accounts', next, before.version)",
    replace: "(await effects.store.put('accounts', next), true)",
    test: 'tests/lessons/lesson-05.operation.test.ts',
    name: 'exactly ten',
  },
  {
    lesson: 11,
    fault: 'the balance decides the tier',
    file: 'shared/tiers/held.ts',
    find: 'totals: totalsAfter(person.totals, change), days',
    replace:
      'totals: { ...person.totals, spendFen: (person as unknown as { lots: { points: number }[] }).lots.reduce((sum, lot) => sum + lot.points, 0) * 100 }, days',
    test: 'tests/lessons/lesson-11.rules.test.ts',
    name: 'lesson 11',
  },
  {
    lesson: 14,
    fault: 'points are rounded up',
    file: 'shared/points/earn.ts',
    find: 'return Math.floor(product / 1_000_000)',
    replace: 'return Math.ceil(product / 1_000_000)',
    test: 'tests/lessons/lesson-14.rules.test.ts',
    name: '¥100.01 earns 100 points',
  },
  {
    lesson: 22,
    fault: 'an order that is known is taken again',
    file: 'cloudfunctions/_areas/purchases/lane.ts',
    find: 'const known = view.entries.get(orderEntryId(storeId, item.orderId))',
    replace: 'const known = [].at(0) as Entry | undefined',
    test: 'tests/lessons/lesson-22.operation.test.ts',
    name: 'adds nothing',
  },
  {
    lesson: 25,
    fault: 'the account that the phone names is believed',
    file: 'cloudfunctions/_runtime/people.ts',
    find: 'if (hinted && hinted._id === identity.accountId) return hinted',
    replace: 'if (hinted) return hinted',
    test: 'tests/lessons/lesson-25.operation.test.ts',
    name: 'reads its own',
  },
]

/** Seen only where functions are bundled and a cloud is started: for the long run. */
export const slowLessonFaults: readonly LessonFault[] = [
  {
    lesson: 18,
    fault: 'a collection that the code uses is not among those that are deployed',
    file: 'cloudfunctions/database.ts',
    find: "{ name: 'leases', indexes: [] },",
    replace: '',
    test: 'tests/lessons/lesson-18.operation.test.ts',
    name: 'lesson 18',
  },
]
