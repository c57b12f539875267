import type { Told } from '../rule-faults'

export const referralFaults: { [file: string]: Told[] } = {
  'shared/referrals/friend.ts': [
    ['an order of any size makes a friend count', 'amountFen >= fromFen && ', '', 'referrals/friend'],
    ['an order long after its days makes a friend count', ' && at < until)', ')', 'referrals/friend'],
    [
      'an order that the till tells late makes no friend count',
      " && referral.state !== 'lapsed') return",
      ') return',
      'referrals/friend',
    ],
    ['an order from before joining makes a friend count', 'at >= enrolledAt && ', '', 'referrals/friend'],
    ['what a holder of the card buys makes a friend count', '!by && ', '', 'referrals/friend'],
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
      'a referral ends with its first order, whatever else was bought',
      'const [other] = referral.standing ?? []',
      'const [other] = (referral.standing ?? []).slice(9)',
      'referrals/friend',
    ],
    [
      'a refund of any order takes the reward back',
      '!isSameOrder(order, refunded) || leftFen',
      'leftFen',
      'referrals/friend',
    ],
  ],
  'shared/books/standing-orders.ts': [
    ['a small order keeps a referral alive', 'amountFen < order.fromFen || ', '', 'referrals/friend'],
    ['what a holder of the card buys keeps a referral alive', 'holderId || ', '', 'referrals/friend'],
    ['an order from before joining keeps a referral alive', 'at < enrolledAt || ', '', 'referrals/friend'],
    ['an order after its days keeps a referral alive', ' || at >= until) return', ') return', 'referrals/friend'],
    [
      'an order that went back in part keeps a referral alive',
      'leftFen: one.leftFen - amountFen',
      'leftFen: one.leftFen',
      'referrals/friend',
    ],
    [
      'an order of which little is left keeps a referral alive',
      'leftFen >= fromFen)',
      'leftFen > 0)',
      'referrals/friend',
    ],
    ['a later order goes before an earlier one', '.sort(oldestFirst)', '', 'referrals/friend'],
    ['a member with many orders is remembered without end', '.slice(0, standingMax)', '', 'referrals/friend'],
  ],
  'shared/books/owed.ts': [
    [
      'one that is paid for pays for all of its kind',
      'if (at >= 0) left.splice(at, 1)',
      'if (at >= 0) left.slice(at, 1)',
      'referrals/owed',
    ],
    ['what is owed is forgotten with the next', '[...owes, ...more]', '[...more]', 'referrals/owed'],
  ],
  'shared/coupons/owed.ts': [
    [
      'a used coupon is had again with every order that comes in the place of the first',
      'if (!journal.account.owes?.length) return journal',
      'if (journal.account.owes !== null) return journal',
      'referrals/owed',
    ],
    [
      'a coupon that somebody claimed pays for one of a friend',
      '.filter(isByFriends)',
      '.filter((one) => isByFriends(one) || true)',
      'referrals/owed',
    ],
    [
      'what was not used is owed',
      'lessThings(things, coupons.filter(isTheirs).map(couponThing))',
      'lessThings(things, coupons.filter(isTheirs).slice(9).map(couponThing))',
      'referrals/owed',
    ],
  ],
  'shared/coupons/give-back.ts': [
    [
      'a coupon of a reward that was taken back is kept when it comes back',
      'return payOwed(record(journal, fact, { at, ...entry }), at)',
      'return [record(journal, fact, { at, ...entry }), payOwed][0] as Journal',
      'referrals/owed',
    ],
  ],
  'shared/referrals/give.ts': [
    [
      'the coupon of one friend stays though another’s was used and they count no more',
      'return payOwed(withdrawForReward(withdrawCoupons(journal, isOf(code), at), code, at), at)',
      'return withdrawForReward(withdrawCoupons(journal, isOf(code), at), code, at)',
      'referrals/owed',
    ],
  ],
  'shared/chances/owed.ts': [
    [
      'one buys, draws and returns the order as often as one likes',
      'if (withdrawn === 0) return journal',
      'if (withdrawn >= 0) return journal',
      'draws/chances',
    ],
    [
      'a gift’s chance pays for one of an order',
      "(source.by === 'rule' && source.why === 'referral')",
      "source.by === 'rule'",
      'draws/chances',
    ],
    [
      'the chance of a friend who comes and goes is drawn with each time',
      "source.by === 'referral' || ",
      '',
      'referrals/owed',
    ],
  ],
  'shared/books/referral-after.ts': [
    ['an order keeps a referral alive twice', 'standing.slice(1)', 'standing', 'referrals/friend'],
    [
      'orders from before a friend was known are forgotten',
      'standingOf(entry.standing ?? [])',
      'standingOf([])',
      'members/changes',
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
