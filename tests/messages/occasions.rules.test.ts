import { openJournal, record } from '../../shared/books/journal'
import { checkIn } from '../../shared/checkins/check-in'
import { issueOne } from '../../shared/coupons/issue'
import { addDays, startOfDay, timeOn, type Day, type Instant } from '../../shared/kit/time'
import { wordsOf } from '../../shared/messages/topics'
import type { Message } from '../../shared/programme/parts/messages'
import type { Programme } from '../../shared/programme/schema'
import { setTierByHand } from '../../shared/tiers/by-hand'
import { allowed, buy, correct, giveBack, newMember, programmeOf, stampAt, tierOf } from '../support/builders'
import { joinsInWeChat, lived, ticked, toldLines, wrote, type Life } from '../support/told'

const usual: Omit<Message, 'on'> = {
  id: 'm',
  purpose: 'service',
  channels: ['inbox'],
  text: { zh: '你好', en: 'Hello' },
}
const joinedOn = '2026-01-10'
const noon = (day: Day) => timeOn(day, '12:00')

function shopOf(on: Message['on'], about: Partial<Message> = {}, changes: Partial<Programme> = {}): Programme {
  const quiet = changes.messages?.quiet
  return programmeOf({
    expiry: { kind: 'never' },
    ...changes,
    messages: { ...(quiet ? { quiet } : {}), list: [{ ...usual, on, ...about }] },
  })
}
const says = (zh: string) => ({ text: { zh, en: 'Hello' } })

/** What somebody is told who joined on 10 January at noon, while things happen to them. */
function told(shop: Programme, until: Day, happens: { [day: Day]: (life: Life, at: Instant) => Life } = {}): string[] {
  let life = joinsInWeChat(shop, noon(joinedOn))
  let from = noon(joinedOn)
  for (const [day, change] of Object.entries(happens)) {
    const at = day === joinedOn ? from : noon(day)
    life = change(lived(life, shop, { from, until: at }), at)
    from = at
  }
  return toldLines(lived(life, shop, { from, until: startOfDay(until) }))
}
const buysOn =
  (shop: Programme, fen: number, id = 'a') =>
  (life: Life, at: Instant) =>
    wrote(life, buy(life.book, shop, { id, fen, at }))

describe('a welcome', () => {
  const shop = shopOf({ kind: 'enrolled' }, says('欢迎你，{name}，{tier}会员'))

  it('is told at once, with name and tier, and once', () =>
    expect(told(shop, '2026-06-01')).toEqual(['2026-01-10 12:00 欢迎你，李明，regular会员']))

  it('is not told to whom a till enrolled, and is once they have a WeChat of their own', () => {
    const at = noon(joinedOn)
    const book = newMember(shop, 'account-1', at)
    const silent: Life = {
      book,
      telling: wrote(
        { book: { account: book.account, entries: [] }, telling: { tierMove: null, reminded: null }, told: [] },
        book,
      ).telling,
      told: [],
    }
    expect(toldLines(lived(silent, shop, { from: at, until: startOfDay('2026-02-01') }))).toEqual([])
    const later = noon('2026-02-01')
    const consent = { termsVersion: '1', privacyVersion: '1', adult: true as const }
    const fact = { kind: 'link' as const, provedBy: 'wechat' as const, consent }
    const linked = wrote(
      silent,
      allowed(book, { ok: true, value: record(openJournal(book.account, stampAt(later)), fact, { at: later }) }),
    )
    expect(toldLines(lived(linked, shop, { from: later, until: startOfDay('2026-03-01') }))).toEqual([
      '2026-02-01 12:00 欢迎你，会员，regular会员',
    ])
  })

  it('waits for the end of quiet hours', () => {
    const quiet = shopOf({ kind: 'enrolled' }, {}, { messages: { quiet: { from: '11:00', to: '14:00' }, list: [] } })
    expect(told(quiet, '2026-02-01')).toEqual(['2026-01-10 14:00 你好'])
  })
})

describe('a greeting in the store', () => {
  const shop = shopOf({ kind: 'arrived' })

  it('comes with the first order of a day, and not with one dated on another day', () => {
    const visits = {
      '2026-02-01': buysOn(shop, 1_000),
      '2026-02-02': (life: Life, at: Instant) =>
        wrote(life, buy(life.book, shop, { id: 'b', fen: 1_000, at: noon('2026-01-20'), now: at })),
      '2026-02-03': buysOn(shop, 1_000, 'c'),
    }
    expect(told(shop, '2026-03-01', visits)).toEqual(['2026-02-01 12:00 你好', '2026-02-03 12:00 你好'])
  })

  it('comes within the hour or not at all', () => {
    const at = noon('2026-02-01')
    const joined = lived(joinsInWeChat(shop, noon(joinedOn)), shop, { from: noon(joinedOn), until: at })
    const came = buysOn(shop, 1_000)(joined, at)
    expect(toldLines(ticked(came, shop, timeOn('2026-02-01', '12:59')))).toHaveLength(1)
    expect(toldLines(ticked(came, shop, timeOn('2026-02-01', '13:00')))).toEqual([])
  })
})

describe('a tier that was reached', () => {
  it('is told in the programme’s own words, in place of the built-in ones, to whom they are for', () => {
    const shop = shopOf({ kind: 'tier-reached' }, { ...says('恭喜成为{tier}'), tiers: ['gold'] })
    const orders = { '2026-02-01': buysOn(shop, 60_000), '2026-03-01': buysOn(shop, 60_000, 'b') }
    expect(told(shop, '2026-04-01', orders)).toEqual([
      '2026-02-01 12:00 新权益已生效，点开看看',
      '2026-03-01 12:00 恭喜成为gold',
    ])
  })

  it('waits for the end of quiet hours, and is not told when it was lost before', () => {
    const quiet = { from: '11:00', to: '14:00' }
    const shop = shopOf({ kind: 'tier-reached' }, {}, { messages: { quiet, list: [] } })
    const order = { '2026-02-01': buysOn(shop, 60_000) }
    expect(told(shop, '2026-04-01', order)).toEqual(['2026-02-01 14:00 你好'])
    const undone = {
      '2026-02-01': (life: Life, at: Instant) => {
        const bought = buysOn(shop, 60_000)(life, at)
        return wrote(ticked(bought, shop, at), giveBack(bought.book, shop, { fen: 60_000, at }))
      },
    }
    expect(told(shop, '2026-04-01', undone)).toEqual([])
  })
})

describe('a festival', () => {
  it('is the day of the Chinese calendar, so many days before, each year', () => {
    const shop = shopOf({ kind: 'festival', festival: 'spring-festival', daysBefore: 1 }, says('{day}春节'))
    expect(told(shop, '2028-03-01').map((line) => line.replace(/ \d\d:\d\d /, ' '))).toEqual([
      '2026-02-16 2 月 17 日春节',
      '2027-02-05 2 月 6 日春节',
      '2028-01-25 1 月 26 日春节',
    ])
  })

  it('is told over the morning, each member at a minute of their own and never in quiet hours', () => {
    const on = { kind: 'festival' as const, festival: 'new-year' as const, daysBefore: 0 }
    const quiet = { from: '10:30', to: '10:10' }
    const minutes = (shop: Programme) =>
      Array.from({ length: 300 }, (_, n) => {
        const life = joinsInWeChat(shop, noon('2026-12-30'), `account-${n}`)
        const [line = ''] = toldLines(lived(life, shop, { from: noon('2026-12-30'), until: startOfDay('2027-01-03') }))
        return line.slice(11, 16)
      })
    const spread = minutes(shopOf(on))
    expect([spread.toSorted()[0], spread.toSorted().at(-1)]).toEqual(['10:00', '11:39'])
    expect(new Set(spread).size).toBeGreaterThan(80)
    const narrow = minutes(shopOf(on, {}, { messages: { quiet, list: [] } })).toSorted()
    expect([narrow[0], narrow.at(-1)]).toEqual(['10:10', '10:29'])
    expect(new Set(minutes(shopOf(on, { at: '15:00' })).map((time) => time.slice(0, 2)))).toEqual(new Set(['15', '16']))
  })
})

describe('points about to expire', () => {
  const shop = shopOf(
    { kind: 'points-expiring', daysBefore: 30 },
    { ...says('{points} 积分 {day}到期'), at: '09:00' },
    { expiry: { kind: 'months', months: 2, until: 'month-end' } },
  )
  const days = (lines: string[]) => lines.map((line) => line.replace(/ \d\d:\d\d /, ' '))

  it('are told in the programme’s words and time, in place of the built-in reminder', () =>
    expect(days(told(shop, '2026-06-01', { '2026-02-01': buysOn(shop, 150_000) }))).toEqual([
      '2026-02-01 新权益已生效，点开看看',
      '2026-03-31 1,500 积分 4 月 30 日到期',
    ]))

  it('are told as they are then, and not once they are spent', () => {
    const spent = (left: number) => ({
      '2026-02-01': buysOn(shop, 15_000),
      '2026-03-01': (life: Life, at: Instant) => wrote(life, correct(life.book, shop, left - 150, at)),
    })
    expect(days(told(shop, '2026-06-01', spent(50)))).toEqual(['2026-03-31 50 积分 4 月 30 日到期'])
    expect(told(shop, '2026-06-01', spent(0))).toEqual([])
  })

  it('are told late as long as they are there', () => {
    const bought = buysOn(shop, 15_000)(joinsInWeChat(shop, noon(joinedOn)), noon(joinedOn))
    const late = (at: Instant) => toldLines(ticked(bought, shop, at))
    expect(late(timeOn('2026-03-31', '12:00'))).toHaveLength(1)
    expect(late(timeOn('2026-03-31', '08:59'))).toEqual([])
    expect(late(startOfDay('2026-04-01'))).toEqual([])
  })
})

describe('a coupon about to end', () => {
  const shop = shopOf({ kind: 'coupon-expiring', daysBefore: 3 }, says('{coupon} {day}到期'))
  const issue = (until: Day, from?: Day) => (life: Life, at: Instant) => {
    const worth = { kind: 'amount' as const, offFen: 100 }
    const kind = { templateId: 't', name: { zh: '十元券', en: 'Ten' }, worth, stacks: false, giftable: false }
    const span = { from: from ? startOfDay(from) : at, until: startOfDay(addDays(until, 1)) }
    const journal = issueOne(openJournal(life.book.account, stampAt(at)), kind, {
      source: { by: 'claim' },
      at,
      span,
      takes: [],
    })
    return wrote(life, allowed(life.book, { ok: true, value: journal }))
  }
  const days = (happens: Parameters<typeof told>[2]) =>
    told(shop, '2026-06-01', happens).map((line) => line.replace(/ \d\d:\d\d /, ' '))

  it('is told so many days before its last', () =>
    expect(days({ '2026-02-01': issue('2026-02-28') })).toEqual(['2026-02-25 十元券 2 月 28 日到期']))

  it('that is shorter than that is told on the day after it came, one of a single day is not', () => {
    expect(days({ '2026-02-01': issue('2026-02-03') })).toEqual(['2026-02-02 十元券 2 月 3 日到期'])
    expect(days({ '2026-02-01': issue('2026-02-01') })).toEqual([])
  })

  it('is not told while it is on its way to a friend', () => {
    const sends = (life: Life, at: Instant) => {
      const { book } = issue('2026-02-28')(life, at)
      const [{ couponId }] = book.account.coupons as unknown as [{ couponId: string }]
      const sent = { token: 't', at, until: timeOn('2026-02-27', '12:00') }
      const journal = record(openJournal(book.account, stampAt(at)), { kind: 'coupon-send', couponId, sent }, { at })
      return wrote(life, allowed(book, { ok: true, value: journal }))
    }
    expect(days({ '2026-02-01': sends })).toEqual(['2026-02-27 十元券 2 月 28 日到期'])
  })

  it('is told together with those of the same day, and another that came later by itself', () => {
    const twice = (life: Life, at: Instant) => issue('2026-02-28')(issue('2026-02-28')(life, at), at)
    expect(days({ '2026-02-01': twice, '2026-02-26': issue('2026-02-28') })).toEqual([
      '2026-02-25 十元券 2 月 28 日到期',
      '2026-02-27 十元券 2 月 28 日到期',
    ])
  })

  it('is told with what all of that day are worth together, by which it is decided whom to ring first', () => {
    const at = noon('2026-02-01')
    const joined = joinsInWeChat(shop, noon(joinedOn))
    const two = issue('2026-02-28')(issue('2026-02-28')(joined, at), at)
    const { told: all } = lived(two, shop, { from: at, until: noon('2026-02-26') })
    expect(all.map(({ notice }) => notice.facts)).toMatchObject([{ count: 2, worthFen: 200 }])
  })
})

describe('a tier whose term ends', () => {
  const lasts = { lasts: '6 months to quarter-end', requalify: 'term', atEnd: 'one-down' } as const
  const qualification = {
    match: 'any' as const,
    conditions: [{ kind: 'spend' as const, atLeastFen: 100_000, within: 'year' as const }],
  }
  const withTerm = (term: object, needs: object = qualification) => [
    tierOf({ id: 'regular' }),
    {
      ...tierOf({ id: 'gold', qualification: needs as typeof qualification }),
      name: { zh: '金卡', en: 'gold' },
      term: { ...lasts, ...term },
    },
  ]
  const year = {
    ...qualification,
    conditions: [{ kind: 'spend' as const, atLeastFen: 100_000, within: '90 days' as const }],
  }
  const noMessages = (tiers: Programme['tiers']) =>
    programmeOf({ expiry: { kind: 'never' }, tiers, messages: { list: [] } })

  it('warns by itself what is still to be spent and until when, so many days before', () => {
    const shop = noMessages(withTerm({ warnDays: 30 }, year))
    const orders = { '2026-03-01': buysOn(shop, 100_000), '2026-08-01': buysOn(shop, 88_000, 'b') }
    expect(told(shop, '2026-09-30', orders).map((line) => line.replace(/ \d\d:\d\d /, ' '))).toEqual([
      '2026-03-01 新权益已生效，点开看看',
      '2026-08-31 再消费 120 元，9 月 30 日前可保住金卡',
    ])
  })

  it('does not warn whom what they spent keeps it already', () => {
    const shop = noMessages(withTerm({ warnDays: 30 }, year))
    const orders = { '2026-03-01': buysOn(shop, 100_000), '2026-08-01': buysOn(shop, 100_000, 'b') }
    expect(told(shop, '2026-12-01', orders)).toHaveLength(1)
  })

  it('warns again where a refund takes back what had kept it', () => {
    const shop = noMessages(withTerm({ warnDays: 30 }, year))
    const happens = {
      '2026-03-01': buysOn(shop, 100_000),
      '2026-08-01': buysOn(shop, 100_000, 'b'),
      '2026-09-10': (life: Life, at: Instant) => wrote(life, giveBack(life.book, shop, { of: 'b', fen: 30_000, at })),
    }
    expect(told(shop, '2026-09-30', happens).at(-1)).toBe('2026-09-10 12:02 再消费 300 元，9 月 30 日前可保住金卡')
  })

  it('counts the days of grace', () => {
    const shop = noMessages(withTerm({ warnDays: 30, graceDays: 10 }, year))
    const orders = { '2026-03-01': buysOn(shop, 100_000) }
    expect(told(shop, '2026-10-01', orders).at(-1)).toMatch(
      /^2026-09-10 \d\d:\d\d 再消费 1,000 元，10 月 10 日前可保住金卡$/,
    )
  })

  it('says when it ends where nothing keeps it', () => {
    const shop = noMessages(withTerm({ warnDays: 30, requalify: 'anew', atEnd: 'lapse' }, year))
    expect(told(shop, '2026-09-30', { '2026-03-01': buysOn(shop, 100_000) }).at(-1)).toMatch(/金卡有效期到 9 月 30 日$/)
    const given = (life: Life, at: Instant) =>
      wrote(
        life,
        allowed(
          life.book,
          setTierByHand(openJournal(life.book.account, stampAt(at)), shop, {
            tierId: 'gold',
            reason: 'a guest',
            lasts: '3 months',
            at,
          }),
        ),
      )
    expect(told(shop, '2026-05-31', { '2026-03-01': given }).at(-1)).toMatch(/^2026-05-02 .*金卡有效期到 6 月 1 日$/)
  })

  it('is told in the programme’s own words instead, which ask for an amount only of whom an amount keeps it', () => {
    const own = (text: string, term: object = {}) =>
      shopOf({ kind: 'term-ending', daysBefore: 10 }, says(text), { tiers: withTerm({ warnDays: 30, ...term }, year) })
    const run = (shop: Programme) =>
      told(shop, '2026-09-30', { '2026-03-01': buysOn(shop, 100_000) })
        .slice(1)
        .map((line) => line.slice(17))
    expect(run(own('再{amount}保{tier}'))).toEqual(['再消费 1,000 元保金卡'])
    expect(run(own('再{amount}保{tier}', { requalify: 'anew' }))).toEqual([])
    expect(run(own('{tier}到 {day}', { requalify: 'anew' }))).toEqual(['金卡到 9 月 30 日'])
  })

  it('names all that is needed, or the nearest of what would suffice', () => {
    const needs = (match: 'any' | 'all') => ({
      match,
      conditions: [
        { kind: 'spend', atLeastFen: 100_000, within: '90 days' },
        { kind: 'orders', atLeast: 2, within: '90 days' },
      ],
    })
    const last = (match: 'any' | 'all') => {
      const shop = noMessages(withTerm({ warnDays: 30 }, needs(match)))
      const two = (life: Life, at: Instant) => buysOn(shop, 60_000, 'x')(buysOn(shop, 60_000)(life, at), at)
      return told(shop, '2026-09-30', { '2026-03-01': two, '2026-08-01': buysOn(shop, 10_000, 'b') })
        .at(-1)
        ?.slice(17)
    }
    expect(last('any')).toBe('再消费 1 次，9 月 30 日前可保住金卡')
    expect(last('all')).toBe('再消费 900 元、消费 1 次，9 月 30 日前可保住金卡')
  })
})

describe('an absence', () => {
  const shop = shopOf({ kind: 'inactive', days: 30 }, { gives: [{ kind: 'points', points: 10 }] })
  const days = (happens: Parameters<typeof told>[2]) =>
    told(shop, '2026-12-01', happens).map((line) => line.slice(0, 10))

  it('is told of once, so many days after the last order, or after joining', () => {
    expect(days({})).toEqual(['2026-02-09'])
    expect(days({ '2026-02-01': buysOn(shop, 1_000) })).toEqual(['2026-03-03'])
  })

  it('is another one after the next order', () =>
    expect(days({ '2026-02-01': buysOn(shop, 1_000), '2026-05-01': buysOn(shop, 1_000, 'b') })).toEqual([
      '2026-03-03',
      '2026-05-31',
    ]))

  it('goes on over a day that brought points and no order', () => {
    const visited = shopOf({ kind: 'inactive', days: 30 }, {}, { checkIn: { points: 5 } } as never)
    const lines = told(visited, '2026-12-01', {
      '2026-02-01': buysOn(visited, 1_000),
      '2026-02-20': (life, at) =>
        wrote(life, allowed(life.book, checkIn(openJournal(life.book.account, stampAt(at)), visited, at))),
    })
    expect(lines.map((line) => line.slice(0, 10))).toEqual(['2026-03-03'])
  })

  it('does not begin anew because an order is refunded', () => {
    const happens = {
      '2026-02-01': buysOn(shop, 1_000),
      '2026-05-01': buysOn(shop, 1_000, 'b'),
      '2026-05-02': (life: Life, at: Instant) => wrote(life, giveBack(life.book, shop, { of: 'b', fen: 1_000, at })),
    }
    expect(days(happens)).toEqual(['2026-03-03'])
  })
})

describe('news', () => {
  const days = (when: Extract<Message['on'], { kind: 'every' }>['when'], until = '2027-01-01') =>
    told(shopOf({ kind: 'every', when }), until).map((line) => line.slice(0, 10))

  it.each([
    [
      'each such day of a month that has it',
      { kind: 'monthly', days: [31] },
      ['2026-01-31', '2026-03-31', '2026-05-31'],
    ],
    ['each such weekday', { kind: 'weekly', weekdays: [1] }, ['2026-01-12', '2026-01-19', '2026-01-26']],
    ['each year as a period begins', { kind: 'yearly', from: '10-01', to: '10-07' }, ['2026-10-01']],
    ['once as days begin', { kind: 'dates', from: '2026-02-01', to: '2026-02-10' }, ['2026-02-01']],
    [
      'at once while a period runs in which somebody joins',
      { kind: 'yearly', from: '12-01', to: '01-31' },
      ['2026-01-10', '2026-12-01'],
    ],
    ['never of days that are over', { kind: 'dates', from: '2026-01-01', to: '2026-01-09' }, []],
  ] as const)('comes %s', (_, when, expected) => expect(days(when as never).slice(0, 3)).toEqual(expected))

  it('of 29 February comes in leap years', () =>
    expect(days({ kind: 'yearly', from: '02-29', to: '02-29' }, '2033-01-01')).toEqual(['2028-02-29', '2032-02-29']))

  it('is told on its day or not at all', () => {
    const shop = shopOf({ kind: 'every', when: { kind: 'monthly', days: [5] } })
    const life = ticked(joinsInWeChat(shop, noon(joinedOn)), shop, noon(joinedOn))
    expect(toldLines(ticked(life, shop, timeOn('2026-02-05', '21:59')))).toHaveLength(1)
    expect(toldLines(ticked(life, shop, timeOn('2026-02-05', '22:00')))).toEqual([])
    expect(toldLines(ticked(life, shop, timeOn('2026-02-06', '12:00')))).toEqual([])
  })
})

describe('a message', () => {
  const on = { kind: 'every' as const, when: { kind: 'monthly' as const, days: [5] } }

  it('is for the tiers that it names, as they are held then', () => {
    const shop = shopOf(on, { fromTier: 'silver' })
    const days = told(shop, '2026-06-01', { '2026-03-01': buysOn(shop, 60_000) }).map((line) => line.slice(0, 10))
    expect(days).toEqual(['2026-03-01', '2026-03-05', '2026-04-05', '2026-05-05'])
  })

  it('carries how it is to be sent and until when, the built-in ones do not', () => {
    const shop = shopOf(on, { purpose: 'promotion', channels: ['inbox', 'text'] })
    const life = joinsInWeChat(shop, noon(joinedOn))
    const order = buysOn(shop, 60_000)(life, noon(joinedOn))
    const all = lived(order, shop, { from: noon(joinedOn), until: noon('2026-02-10') }).told.map(({ notice }) => notice)
    expect(all.map(({ key, sending, until }) => ({ key, sending, until }))).toEqual([
      { key: `tier-${order.book.account.seq}`, sending: undefined, until: undefined },
      {
        key: 'message-m-2026-02-05',
        until: timeOn('2026-02-06', '00:00'),
        sending: { purpose: 'promotion', channels: ['inbox', 'text'], messageId: 'm' },
      },
    ])
    expect(wordsOf(all[1]!)).toEqual({ title: { zh: '会员资讯', en: 'News for members' }, text: usual.text })
  })

  it('that is gone is forgotten, and the memory stays as small as the programme', () => {
    const shop = shopOf(on)
    const life = lived(joinsInWeChat(shop, noon(joinedOn)), shop, { from: noon(joinedOn), until: noon('2026-02-10') })
    expect(life.telling.marks).toEqual({ m: '2026-02-05' })
    expect(ticked(life, programmeOf(), noon('2026-02-10')).telling).toEqual({ tierMove: null, reminded: null })
  })
})
