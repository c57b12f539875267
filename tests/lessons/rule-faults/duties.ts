import type { Told } from '../rule-faults'

export const dutyFaults: { [file: string]: Told[] } = {
  'shared/obligations/with-duty.ts': [
    [
      'what was told before is taken into account again',
      'if (duty.seq <= before.seq) return before',
      'if (duty.seq < 0) return before',
      'obligations/obligations',
    ],
    [
      'what nobody asked for counts as broken',
      "if (before.kind !== 'entitlement') return settled",
      "if (before.state === 'open') return settled",
      'obligations/obligations',
    ],
    [
      'what was replaced is never promised again',
      "if (duty.does !== 'promise' || before.reason !== 'replaced') return before",
      'if (duty.does !== null) return before',
      'obligations/obligations',
    ],
    [
      'one time is enough for what may be had several times',
      'if (proofs.length >= times) return',
      'if (proofs.length >= 1) return',
      'obligations/obligations',
    ],
  ],
  'shared/obligations/counts.ts': [
    [
      'a promise that a cut-off tick had counted is counted again',
      'const was = taken.get(one._id) ?? one.counted',
      'const was = one.counted',
      'obligations/counts',
    ],
    [
      'what was dropped counts as promised',
      'promised: kept + keptLate + late + open, kept',
      'promised: kept + keptLate + late + open + dropped, kept',
      'obligations/counts',
    ],
  ],
  'shared/obligations/promises.ts': [
    [
      'an entitlement that a higher tier took the place of stays owed',
      'const gone = before.filter((what) => !promises.some((one) => one.what === what) && !isOver(what, now))',
      'const gone = before.filter((what) => what.length === 0 && isOver(what, now))',
      'obligations/obligations',
    ],
    [
      'a month is promised once for good',
      'const made = promises.filter(({ what }) => !before.includes(what))',
      'const made = before.length > 0 ? [] : promises',
      'obligations/obligations',
    ],
  ],
  'shared/obligations/keep.ts': [
    [
      'a promise that holds no more is kept by a note',
      "if (before.state === 'kept' || before.state === 'dropped') return refuse('obligation_over')",
      "if (before.state === 'kept') return refuse('obligation_over')",
      'obligations/obligations',
    ],
    [
      'a note stands for what only an entry proves',
      "if (!provedByNote(before)) return refuse('obligation_proved_by_entry')",
      "if (!before.kind) return refuse('obligation_proved_by_entry')",
      'obligations/obligations',
    ],
  ],
  'shared/training/answer.ts': [
    [
      'a later try dates the passing anew',
      'const passedAt = record.passedAt ?? (passed ? at : null)',
      'const passedAt = passed ? at : record.passedAt',
      'training/training',
    ],
    [
      'a quiz is passed by whoever has not read',
      "if (!record?.readAt) return refuse('training_unread')",
      "if (!record) return refuse('training_unread')",
      'training/training',
    ],
    [
      'one right answer less is enough',
      'const passed = right >= quiz.passMark',
      'const passed = right >= quiz.passMark - 1',
      'training/training',
    ],
    [
      'a later try takes a pass away',
      'const passedAt = record.passedAt ?? (passed ? at : null)',
      'const passedAt = passed ? (record.passedAt ?? at) : null',
      'training/training',
    ],
  ],
  'shared/programme/checks/training.ts': [
    [
      'any word is an answer',
      'return options.some(({ id }) => id === answer)',
      'return options.length > 0 || answer === ""',
      'training/training',
    ],
  ],
  'shared/groups/funnel.ts': [
    ['a step begins one order late', 'return orders >= fromOrders', 'return orders > fromOrders', 'groups/groups'],
    ['everybody has asked', 'return !whenAsked || asked', 'return !whenAsked || asked !== null', 'groups/groups'],
  ],
  'shared/groups/change.ts': [
    [
      'a cut leaves a copy behind',
      'const stayed = standing.filter((one) => one !== leaves)',
      'const stayed = leaves === enters ? [] : standing',
      'groups/groups',
    ],
    [
      'somebody is moved out of a group in which they do not stand',
      "if (leaves !== null && !standing.includes(leaves)) return refuse('group_not_in')",
      "if (leaves === '') return refuse('group_not_in')",
      'groups/groups',
    ],
  ],
  'shared/members/desk-scripts.ts': [
    [
      'the desk says the same in every store',
      '(storeId === undefined || storeId === account.source.storeId)',
      '(storeId === undefined || storeId !== null)',
      'groups/groups',
    ],
  ],
}
