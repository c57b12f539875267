import type { Told } from '../rule-faults'

export const referralFaults: { [file: string]: Told[] } = {
  'shared/referrals/friend.ts': [
    ['an order of any size makes a friend count', 'order.amountFen < fromFen || ', '', 'referrals/friend'],
    [
      'an order long after its days makes a friend count',
      ' || order.at >= referral.until) return',
      ') return',
      'referrals/friend',
    ],
    [
      'an order that the till tells late makes no friend count',
      " && referral.state !== 'lapsed') return",
      ') return',
      'referrals/friend',
    ],
    ['an order from before joining makes a friend count', 'order.at < enrolledAt || ', '', 'referrals/friend'],
    [
      'what a holder of the card buys makes a friend count',
      ' || order.by) return journal',
      ') return journal',
      'referrals/friend',
    ],
    [
      'joining is enough where an order is asked for',
      '!terms || !byJoining(terms)) return journal',
      '!terms) return journal',
      'referrals/friend',
    ],
    [
      'what is suspicious is rewarded all the same',
      'if (suspicions.length > 0 && !referral.cleared)',
      'if (suspicions.length < 0 && !referral.cleared)',
      'referrals/friend',
    ],
    [
      'what a manager has allowed is looked at again',
      'suspicions.length > 0 && !referral.cleared',
      'suspicions.length > 0',
      'referrals/friend',
    ],
    [
      'a referral is decided that nobody had to look at',
      "if (journal.account.referral?.state !== 'review') return refuse('referral_not_in_review')",
      '',
      'referrals/friend',
    ],
    [
      'a refund of a part leaves the reward where too little is left',
      'leftFen >= order.fromFen) return',
      'leftFen > 0) return',
      'referrals/friend',
    ],
    [
      'a refund of any order takes the reward back',
      'order?.entryId !== entryId || leftFen',
      'order === undefined || leftFen',
      'referrals/friend',
    ],
  ],
  'shared/referrals/referrer.ts': [
    [
      'gifts stay of a tier that friends no longer give',
      'const left = withoutUnearned(moved, programme, journal.account, at)',
      'const left = moved',
      'referrals/referrer',
    ],
    [
      'a programme that blocks lets somebody keep the gifts of such a tier',
      "programme.refundShortfall === 'block' ? 'debt' : programme.refundShortfall",
      'programme.refundShortfall',
      'referrals/referrer',
    ],
    [
      'one reward more than the limit says is given',
      'timesTaken(journal.account.taken, take) >= limit',
      'timesTaken(journal.account.taken, take) > limit',
      'referrals/referrer',
    ],
    [
      'the place of a friend who counts no more stays taken',
      "{ kind: 'referral-undone', ...side, ...back, ...(takes ? { takes } : {}) }",
      "{ kind: 'referral-undone', ...side, ...back, ...(takes ? {} : {}) }",
      'referrals/referrer',
    ],
    [
      'friends lead to no tier',
      'const held = heldAfterGain(programme, stepped.account, at)',
      'const held = stepped.account.held',
      'referrals/referrer',
    ],
    [
      'the tier stays when friends count no more',
      'const held = heldAfterLoss(programme, fewer.account, { before: journal.account, lostOn: dayOf(given.at), at })',
      'const held = fewer.account.held',
      'referrals/referrer',
    ],
    [
      'nothing that is owed is ever written off',
      "refundShortfall !== 'write-off' || owed <= 0",
      'true',
      'referrals/referrer',
    ],
  ],
  'shared/referrals/steps.ts': [
    [
      'a step is given by every friend after it',
      ' && !held.some((one) => one.friends === friends)',
      '',
      'referrals/referrer',
    ],
    [
      'a step stays when too few friends are left',
      'held.filter(({ friends }) => friends > counters.referrals)',
      'held.filter(({ friends }) => friends > counters.referrals + 99)',
      'referrals/referrer',
    ],
  ],
  'shared/referrals/suspicion.ts': [
    [
      'the phone of somebody else is no matter',
      'others(sameInstallation, friend).length > 0',
      'false',
      'referrals/suspicion',
    ],
    [
      'the phone of the referrer is no matter',
      'referrerInstallations.includes(own)',
      'referrerInstallations.length < 0',
      'referrals/suspicion',
    ],
    [
      'strangers in one network make one another suspicious',
      '.some((one) => isSame(one, referrer) || isFriendOf(one))',
      '.length > 0',
      'referrals/suspicion',
    ],
    [
      'nobody looks further up the chain',
      'const further = chain.slice(1)',
      'const further = chain.slice(9)',
      'referrals/suspicion',
    ],
    [
      'a burst begins one late',
      'joinedNear > guards.burst.friends',
      'joinedNear > guards.burst.friends + 1',
      'referrals/suspicion',
    ],
  ],
}
