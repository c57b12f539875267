import type { Told } from '../rule-faults'

export const bookFaults: { [file: string]: Told[] } = {
  'shared/kit/money.ts': [
    [
      'an amount is read through a float',
      'const fen = yuan * 100 + decimals',
      'const fen = Math.floor((yuan + decimals / 100) * 100)',
      'kit/money',
    ],
    ['one decimal counts as fen', 'digits : digits * 10', 'digits : digits', 'kit/money'],
    [
      'a negative amount is read as positive',
      "if (first > 0 && fen > 0) return refuse('amount_negative')",
      '',
      'kit/money',
    ],
    [
      'the limit of an amount is no longer held',
      "fen > amountMaxFen ? refuse('amount_too_large') : allow(fen)",
      'allow(fen)',
      'kit/money',
    ],
  ],
  'shared/programme/versions.ts': [
    [
      'a version takes effect before all instances know it',
      'effectiveAt < addMilliseconds(now, publishLeadMs)',
      'effectiveAt < now',
      'programme/versions',
    ],
    [
      'members get less without notice',
      'if (adverse.length > 0 && effectiveAt <',
      'if (adverse.length > 99 && effectiveAt <',
      'programme/versions',
    ],
  ],
  'shared/purchases/lines.ts': [
    [
      'every kind of line earns nothing',
      'lines.filter(({ kind }) => kinds.includes(kind))',
      'lines.filter(({ kind }) => kinds.includes(kind) || kind !== kinds[0])',
      'purchases/lines',
    ],
  ],
  'shared/cards/leave-shared.ts': [
    [
      'what waits stays with the pool of whoever leaves it',
      'const waits = pendingDraws.length > 0',
      'const waits = pendingDraws.length > 99',
      'cards/shared-card',
    ],
  ],
  'shared/kit/time.ts': [
    ['a day is one of UTC', 'shanghaiOffsetMs).slice(0, 10)', '0).slice(0, 10)', 'kit/time'],
    [
      'a month’s last day overflows into the next month',
      'Math.min(date, daysInMonth(target.year, target.month))',
      'date',
      'kit/time',
    ],
    ['a month that ends the year is the thirteenth', '(index % 12) + 1', '((index + 1) % 13) + 1', 'kit/time'],
  ],
  'shared/books/lots.ts': [
    [
      'the lot that expires last is burned first',
      'a.expiresAt < b.expiresAt ? -1 : 1',
      'a.expiresAt < b.expiresAt ? 1 : -1',
      'books/lots',
    ],
    [
      'points that never expire are burned first',
      'if (a.expiresAt === null) return 1',
      'if (a.expiresAt === null) return -1',
      'books/lots',
    ],
    [
      'points that expire together stay two lots',
      'if (lot.expiresAt !== expiresAt) continue',
      'if (index >= 0) continue',
      'books/lots',
    ],
    [
      'a draw gives what there is when it is too little',
      'return left === 0 ? draws : null',
      'return draws',
      'books/lots',
    ],
    ['a lot is good for its instant of expiry still', 'lot.expiresAt <= now', 'lot.expiresAt < now', 'books/lots'],
    ['a lot of nothing is kept', '.filter((lot) => lot.points !== 0)', '.filter(() => true)', 'books/lots'],
  ],
  'shared/books/activity.ts': [
    ['a part that is returned uncounts the order', 'orders: refund.whole ? -1 : 0,', 'orders: -1,', 'purchases/refund'],
    [
      'refunded money counts towards the tier',
      'return { spendFen: -refund.amountFen,',
      'return { spendFen: 0,',
      'purchases/refund',
    ],
  ],
  'shared/books/account.ts': [
    [
      'a balance forgets the debt',
      'return lotsTotal(account.lots) - account.debt',
      'return lotsTotal(account.lots)',
      'purchases/shortfall',
    ],
  ],
  'shared/books/evolve.ts': [
    [
      'an order changes the account that somebody else holds',
      'return afterPurchase(draftOf(account), entry, seq)',
      'return afterPurchase(account, entry, seq)',
      'books/own',
    ],
    [
      'an order is added to days that somebody else holds',
      'draft.days = account.days.slice()',
      'draft.days = account.days',
      'books/own',
    ],
  ],
  'shared/books/journal.ts': [
    [
      'an entry does not say by which version it was made',
      'entry.programmeVersion = stamp.programmeVersion',
      'entry.programmeVersion = 1',
      'books/journal',
    ],
    [
      'an entry’s number is given twice',
      'const seq = account.seq + 1',
      'const seq = Math.max(account.seq, 1)',
      'books/fold',
    ],
  ],
  'shared/books/audit.ts': [
    [
      'an audit looks at the lots alone',
      'return folded !== null && factsOf(folded) === factsOf(account)',
      'return folded !== null',
      'books/fold',
    ],
    [
      'an audit overlooks what is missing',
      'entry.seq === index + 1) && entries.length === account.seq',
      'entry.seq === index + 1)',
      'books/fold',
    ],
  ],
  'shared/members/enrol.ts': [
    [
      'a till’s customer gets the gift of those who join themselves',
      "source.kind === 'pos' ? 0 : programme.enrolment.points",
      'programme.enrolment.points',
      'members/enrol',
    ],
  ],
  'shared/programme/schema.ts': [
    [
      'the first tier may ask for something',
      'z.refine((p) => p.tiers[0]?.qualification === null, {',
      'z.refine(() => true, {',
      'programme/programme',
    ],
  ],
  'shared/kit/window.ts': [
    ['a window ends before it begins', 'Number(days) > 0 && ', '', 'programme/check'],
    ['a window is longer than anybody remembers', '&& Number(days) <= windowDaysMax', '', 'programme/check'],
  ],
  'shared/kit/hundredths.ts': [
    [
      'a rate of three decimals is taken',
      'return Math.abs(number * 100 - scaled) < 1e-6 ? scaled : null',
      'return scaled',
      'programme/programme',
    ],
  ],
  'shared/kit/period.ts': [
    ['a period ends a day early', 'day <= period.to', 'day < period.to', 'kit/period'],
    ['a week begins on Sunday', 'getUTCDay() || 7', 'getUTCDay() + 1', 'kit/period'],
  ],
  'shared/programme/checks/ladder.ts': [
    [
      'a tier may wait for a higher one',
      'if (asked < rank) return []',
      'if (asked !== rank) return []',
      'programme/check',
    ],
    ['a higher tier may ask less', 'return has >= needs &&', 'return has === needs &&', 'programme/check'],
  ],
}
