import type { PlantedFault } from '../support/planted'

/** The fault of each lesson, planted in our sources, and the test that has to see it. */
export type LessonFault = PlantedFault & {
  lesson: number
  /** What goes wrong, as it did elsewhere. */
  fault: string
  /** What else has to give way, where one guard stands behind another. */
  also?: readonly PlantedFault[]
  test: string
  /** Pattern of the names of the tests that fail. */
  name: string
  /** Which of the test runner's projects the test belongs to; the one without a browser when absent. */
  project?: string
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
    file: 'shared/books/take-back.ts',
    find: 'owed: back.points - lapsed - lotsTotal(draws)',
    replace: 'owed: 0 as number',
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
    lesson: 7,
    fault: 'the random number may be one too great and hits no prize',
    file: 'shared/draws/result.ts',
    find: '% outOf',
    replace: '% (outOf + 1)',
    test: 'tests/lessons/lesson-07.rules.test.ts',
    name: 'falls on a prize each time',
  },
  {
    lesson: 7,
    fault: 'a prize is given though none is left',
    file: 'shared/draws/list.ts',
    find: '(taken[id] ?? 0) >= stock',
    replace: '(taken[id] ?? 0) >= stock + 1',
    test: 'tests/lessons/lesson-07.rules.test.ts',
    name: 'no more than it has',
  },
  {
    lesson: 9,
    fault: 'nothing wakes the clock for a message that is due later',
    file: 'cloudfunctions/_runtime/stored-account.ts',
    find: 'nextNoticeAt(telling, account),',
    replace: '',
    test: 'tests/lessons/lesson-09.operation.test.ts',
    name: 'due days ahead',
  },
  {
    lesson: 9,
    fault: 'an acceptance is never used up',
    file: 'cloudfunctions/_areas/messages/record-answer.ts',
    find: "await (state === 'failed' ? release",
    replace: "await (state !== 'refused' ? release",
    test: 'tests/lessons/lesson-09.operation.test.ts',
    name: 'good for one message',
  },
  {
    lesson: 8,
    fault: 'a code expires in a far-off year',
    file: 'shared/cards/member-code.ts',
    find: 'return step === current || step === current - 1',
    replace: 'return step <= current',
    test: 'tests/lessons/lesson-08.operation.test.ts',
    name: 'lesson 8',
  },
  {
    lesson: 11,
    fault: 'the balance decides the tier',
    file: 'shared/purchases/purchase.ts',
    find: 'heldAfterGain(programme, earned.account, at)',
    replace:
      'heldAfterGain(programme, { ...earned.account, totals: { ...earned.account.totals, spendFen: balanceOf(earned.account) * 100 } }, at)',
    test: 'tests/lessons/lesson-11.rules.test.ts',
    name: 'lesson 11',
  },
  {
    lesson: 13,
    fault: 'whoever is not found joins, without asking again when it is written',
    file: 'cloudfunctions/_areas/members/join.ts',
    find: "await transaction.insert('identities', { _id: identityId(effects, openid), accountId })",
    replace: "await transaction.put('identities', { _id: identityId(effects, openid), accountId })",
    also: [
      {
        file: 'cloudfunctions/_areas/members/new-member.ts',
        find: "await transaction.insert('accounts', next)",
        replace: "await transaction.put('accounts', next)",
      },
    ],
    test: 'tests/lessons/lesson-13.operation.test.ts',
    name: 'has the gift once',
  },
  {
    lesson: 13,
    fault: 'an acceptance that is not found is added under a number of its own',
    file: 'cloudfunctions/_areas/messages/accept.ts',
    find: '_id: acceptanceId(account._id, id, topic),',
    replace: '_id: acceptanceId(account._id, `${id}-${effects.random(6).join()}`, topic),',
    test: 'tests/lessons/lesson-13.operation.test.ts',
    name: 'good for one message',
  },
  {
    lesson: 13,
    fault: 'a check-in brings its points without asking whether the day has one',
    file: 'shared/checkins/check-in.ts',
    find: "if (days.some((one) => one.day === day)) return refuse('checked_in_already')",
    replace: '',
    test: 'tests/lessons/lesson-13.operation.test.ts',
    name: 'checks in by two taps',
  },
  {
    lesson: 21,
    fault: 'joining alone completes a referral',
    file: 'shared/referrals/friend.ts',
    find: '!terms || !byJoining(terms)) return journal',
    replace: '!terms) return journal',
    test: 'tests/lessons/lesson-21.rules.test.ts',
    name: 'joining with its gift',
  },
  {
    lesson: 15,
    fault: 'a store is looked for in the text of a list',
    file: 'cloudfunctions/_runtime/staff-door.ts',
    find: 'grant.storeIds.includes(storeId)',
    replace: 'grant.storeIds.join().includes(storeId)',
    test: 'tests/lessons/lesson-15.operation.test.ts',
    name: 'lesson 15',
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
    find: 'const known = view.entries.get(entryId)',
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
  {
    lesson: 25,
    fault: 'the total that the phone worked out is booked',
    file: 'cloudfunctions/_areas/staff/accrue.ts',
    find: 'if (bill.dueFen !== dueFen)',
    replace: 'if (bill.dueFen === -dueFen - 1)',
    test: 'tests/lessons/lesson-25.operation.test.ts',
    name: 'told what is due',
  },
]

/**
 * For the long run: seen only where functions are bundled and a cloud is started, or where the client is compiled anew, or
 * one more of a lesson.
 */
export const slowLessonFaults: readonly LessonFault[] = [
  {
    lesson: 24,
    fault: 'the phone asks again for what is agreed to already',
    file: 'client/src/features/messages/useReminder.ts',
    find: 'left === 0 && !refusedToday(topic)',
    replace: 'left >= 0 && !refusedToday(topic)',
    test: 'tests/client/reminders.page.test.tsx',
    name: 'lesson 24',
    project: 'client',
  },
  {
    lesson: 24,
    fault: 'the phone asks again on the day on which the member has refused',
    file: 'client/src/features/messages/useReminder.ts',
    find: 'left === 0 && !refusedToday(topic)',
    replace: 'left === 0 && topic !== undefined',
    test: 'tests/client/reminders.page.test.tsx',
    name: 'lesson 24',
    project: 'client',
  },
  {
    lesson: 9,
    fault: 'a message that failed stays to be sent',
    file: 'cloudfunctions/_areas/clock/settle-account.ts',
    find: 'const next = storedAccount(journal.account, { ...account, ...seen }, [...kept, ...added])',
    replace:
      "await effects.store.remove('notices', { state: 'failed', accountId: account._id })\n  const next = storedAccount(journal.account, account, [...kept, ...added])",
    test: 'tests/lessons/lesson-09.operation.test.ts',
    name: 'tried once',
  },
  {
    lesson: 9,
    fault: 'a refusal of the platform leaves the other acceptances as they are',
    file: 'cloudfunctions/_areas/messages/record-answer.ts',
    find: "if (state === 'refused') await endOthers(effects, notice)",
    replace: "if (state === 'unsure') await endOthers(effects, notice)",
    test: 'tests/lessons/lesson-09.operation.test.ts',
    name: '43101',
  },
  {
    lesson: 18,
    fault: 'a collection that the code uses is not among those that are deployed',
    file: 'cloudfunctions/database.ts',
    find: "{ name: 'jobs', indexes: [] },",
    replace: '',
    test: 'tests/lessons/lesson-18.operation.test.ts',
    name: 'lesson 18',
  },
]
