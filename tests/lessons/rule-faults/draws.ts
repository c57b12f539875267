import type { Told } from '../rule-faults'

export const drawFaults: { [file: string]: Told[] } = {
  'shared/books/chances-after.ts': [
    [
      'a chance that was taken is still there',
      '(one.no === entry.grantNo ? { ...one, left: one.left - 1 } : one)',
      '(one.no === entry.grantNo ? { ...one, left: one.left - 0 } : one)',
      'draws/chances',
    ],
    [
      'chances that pay for others are forgotten with them, and may be used and returned again',
      '(entry.used === 0 && !entry.pays)',
      'entry.used === 0',
      'draws/chances',
    ],
    [
      'a number that was drawn may be drawn again',
      'open: open.filter(({ no }) => no !== entry.takeNo)',
      'open: open.filter(({ no }) => no === no)',
      'draws/give',
    ],
  ],
  'shared/chances/left.ts': [
    [
      'a chance a day is two',
      'of - timesTaken(drawer.taken, take) - before',
      'of + 1 - timesTaken(drawer.taken, take) - before',
      'draws/chances',
    ],
    [
      'a member’s own limit is off by one',
      'timesTaken(drawer.taken, ownTake(id, perMember.per, at)) + timesBefore(',
      'timesTaken(drawer.taken, ownTake(id, perMember.per, at)) - 1 + timesBefore(',
      'draws/chances',
    ],
    [
      'chances outlive their draw',
      'left > 0 && (until === null || until > at)',
      'left > 0 && (until === null || until !== at.slice(1))',
      'draws/chances',
    ],
    [
      'the chances of a tier are everybody’s',
      '(drawer.tierId === null || !isForTier(programme, source, drawer.tierId))',
      'drawer.tierId === null',
      'draws/chances',
    ],
  ],
  'shared/chances/buy.ts': [
    [
      'one chance more is sold than may be drawn',
      'chancesLeft(account, programme, draw, at).total >= left',
      'chancesLeft(account, programme, draw, at).total > left',
      'draws/chances',
    ],
    ['a chance is taken at whatever it costs by now', 'if (points !== shown)', 'if (points < shown)', 'draws/chances'],
    [
      'a chance is sold once more than the draw allows',
      'timesTaken(account.taken, take) >= source.limit.times',
      'timesTaken(account.taken, take) > source.limit.times',
      'draws/chances',
    ],
  ],
  'shared/chances/grant.ts': [
    [
      'an order a fen too small gives chances',
      'if (amountFen < fromFen)',
      'if (amountFen < fromFen - 1)',
      'draws/chances',
    ],
    [
      'a limit of chances is not kept',
      'timesTaken(journal.account.taken, take) >= limit.times',
      'timesTaken(journal.account.taken, take) > limit.times',
      'draws/chances',
    ],
    ['a closed draw gives chances', '.filter((draw) => isOpenOn(draw, dayOf(at)))', '', 'draws/chances'],
  ],
  'shared/chances/withdraw.ts': [
    [
      'chances among a reward stay though the friend counts no more',
      "source.why === 'referral' && source.code === code",
      "source.why === 'referral' && source.code !== code",
      'referrals/referrer',
    ],
    ['a refund leaves the chances', 'leftFen < source.fromFen,', 'leftFen < 0,', 'draws/chances'],
    ['a refund takes another order’s chances', 'source.orderId === orderId &&', '', 'draws/chances'],
    ['chances that were all used are owed by nobody', '(left > 0 || isOwing(source))', 'left > 0', 'draws/chances'],
  ],
  'shared/chances/take.ts': [
    ['a draw is open after its last instant', 'at >= round.until ||', 'at > round.until ||', 'draws/chances'],
    [
      'what was given goes before what comes again',
      'grantNo: again ? null',
      'grantNo: again && !given ? null',
      'draws/chances',
    ],
  ],
  'shared/chances/round.ts': [
    ['a round ends a day early', 'until: startOfDay(addDays(to, 1))', 'until: startOfDay(to)', 'draws/chances'],
  ],
  'shared/draws/result.ts': [
    ['the last weight comes a little more often', '% outOf', '% (outOf + 1)', 'draws/list'],
    [
      'a prize takes the first point of the next',
      'if (point < end) return index',
      'if (point <= end) return index',
      'draws/list',
    ],
    ['the salt has no part in the result', '|${number}|${salt}`', '|${number}|`', 'draws/list'],
  ],
  'shared/draws/list.ts': [
    [
      'a result is older than its number',
      'later(later(head.at, given.at), drawing.at)',
      'later(head.at, drawing.at)',
      'draws/list',
    ],
    ['a stock gives one more than it holds', '(taken[id] ?? 0) >= stock', '(taken[id] ?? 0) > stock', 'draws/list'],
    ['a day gives one more than it may', '(today[id] ?? 0) >= perDay', '(today[id] ?? 0) > perDay', 'draws/list'],
    [
      'a member wins once more than they may',
      '(won[id] ?? 0) < perMember',
      '(won[id] ?? 0) <= perMember',
      'draws/list',
    ],
    [
      'what is used up is given all the same',
      'isLeft ? drawn.id : (rules.fallback ?? drawn.id)',
      'isLeft ? drawn.id : drawn.id',
      'draws/list',
    ],
    [
      'yesterday’s prizes count for today',
      'dayOf(at) === head.day ? head.today : {}',
      'dayOf(at) >= head.day ? head.today : {}',
      'draws/list',
    ],
  ],
  'shared/draws/rules.ts': [
    [
      'the odds of a tier are never used',
      'return (special ?? tables[0])?.weights ?? []',
      'return (tables[0] ?? special)?.weights ?? []',
      'draws/list',
    ],
    [
      'the commitment leaves the rules out',
      'sha256(`changlai-draw-1\\n${seed}\\n${text}`)',
      'sha256(`changlai-draw-1\\n${seed}\\n${text.length}`)',
      'draws/list',
    ],
  ],
  'shared/draws/verify.ts': [
    ['a salt that was not fixed before passes', ' || hashing.sha256(row.salt) !== given.saltHash', '', 'draws/list'],
    ['a number that is drawn twice passes', 'drawn.has(row.number) ||', '', 'draws/list'],
    ['a list that was cut off passes', '&& chain === head.chain ? null', '? null', 'draws/list'],
  ],
  'shared/draws/publish.ts': [
    [
      'a draw that is published ahead may be changed',
      'const changed = [...published, ',
      'const changed = [',
      'draws/publish',
    ],
    ['a draw that will be open may be changed', ', ...underWay(live, effectiveAt)]', ']', 'draws/publish'],
    [
      'the days of an open draw may be changed',
      'canonical(draw.when) !== canonical(before?.when ?? null)',
      'before === null',
      'draws/publish',
    ],
    [
      'a coupon that can be won may become worth less',
      "if (one.what !== 'coupons') return true",
      "if (one.what !== 'chances') return true",
      'draws/publish',
    ],
    ['a draw that has ended may be changed no more', 'rules.until > effectiveAt && ', '', 'draws/publish'],
    [
      'a draw of the past may be published',
      'draw.when.to < dayOf(effectiveAt)',
      "draw.when.to < '2000-01-01'",
      'draws/publish',
    ],
  ],
  'shared/draws/give.ts': [
    [
      'a prize in points is not given',
      "points: (journal, programme, { points }, { at }) => pointsGiven(journal, programme, { points, why: 'draw', at })",
      'points: (journal) => journal',
      'draws/give',
    ],
    ['a thing that was won may be given up', 'prize: `${roundId}@${place}`,', '', 'draws/give'],
  ],
  'shared/programme/checks/draws.ts': [
    [
      'weights need not add up',
      'filter(({ sum }) => sum !== outOf)',
      'filter(({ sum }) => sum > outOf)',
      'draws/check',
    ],
    [
      'a prize may be worth more than the law allows',
      'if (worth > worthMaxFen)',
      'if (worth > worthMaxFen + 1)',
      'draws/check',
    ],
    [
      'points worth more than the law allows may be won',
      'return pointsWorthFen(programme, given.points)',
      'return 0 * pointsWorthFen(programme, given.points)',
      'draws/check',
    ],
    [
      'points are worth what most members have for them',
      'Math.min(redemption.pointsPerYuan, ...Object.values(redemption.perTier ?? {}))',
      'redemption.pointsPerYuan',
      'draws/check',
    ],
    [
      'many coupons are worth as much as one',
      'given.count * couponWorthFen(',
      '0 * given.count + couponWorthFen(',
      'draws/check',
    ],
  ],
}
