import { birthdayAfterChange, isBirthday } from '../../shared/benefits/birthday'
import type { Account } from '../../shared/books/account'
import { openJournal, record } from '../../shared/books/journal'
import { addMilliseconds, dayOf, startOfDay, timeOn, type Instant } from '../../shared/kit/time'
import type { Message } from '../../shared/programme/parts/messages'
import type { Programme, TierBenefit } from '../../shared/programme/schema'
import { allowed, programmeOf, stampAt, tierOf } from '../support/builders'
import { joinsInWeChat, lived, ticked, toldLines, wrote, type Life } from '../support/told'

const greeting: Message = {
  id: 'birthday',
  on: { kind: 'birthday', daysBefore: 0 },
  purpose: 'promotion',
  channels: ['inbox'],
  text: { zh: '{day}生日快乐', en: 'Happy birthday' },
  gives: [{ kind: 'points', points: 100 }],
}

function shopOf(message: Partial<Message> = {}, benefits: TierBenefit[] = []): Programme {
  return programmeOf({
    expiry: { kind: 'never' },
    tiers: [tierOf({ id: 'regular', benefits })],
    messages: { list: [{ ...greeting, ...message }] },
  })
}

/** The member tells their birthday, with what that means for one that was known before. */
function tells(life: Life, birthday: string, at: Instant): Life {
  const { account } = life.book
  const from = birthdayAfterChange(account, dayOf(at))
  const fact = { kind: 'profile' as const, birthday, ...(from ? { birthdayFrom: from } : {}) }
  const journal = record(openJournal(account, stampAt(at)), fact, { at })
  return wrote(life, allowed(life.book, { ok: true, value: journal }))
}

type Told = [on: string, birthday: string]
type Case = {
  why: string
  joins: Instant
  tells: Told[]
  until: string
  told: string[]
  given: number
  shop?: Programme
}

const noon = (day: string) => timeOn(day, '12:00')
const giftOfMonth = { kind: 'gift' as const, name: { zh: '生日礼', en: 'gift' } }
const month: TierBenefit = { kind: 'birthday', valid: 'month', choose: 'all', gives: [giftOfMonth] }

const cases: Case[] = [
  {
    why: 'on its day, each year',
    joins: noon('2026-01-10'),
    tells: [['2026-01-10', '05-20']],
    until: '2028-01-01',
    told: ['2026-05-20 10:00 5 月 20 日生日快乐', '2027-05-20 10:00 5 月 20 日生日快乐'],
    given: 200,
  },
  {
    why: '29 February: the 28th in common years, the 29th in leap years',
    joins: noon('2026-01-10'),
    tells: [['2026-01-10', '02-29']],
    until: '2028-12-31',
    told: [
      '2026-02-28 10:00 2 月 28 日生日快乐',
      '2027-02-28 10:00 2 月 28 日生日快乐',
      '2028-02-29 10:00 2 月 29 日生日快乐',
    ],
    given: 300,
  },
  {
    why: 'on the day of joining, in the afternoon',
    joins: noon('2026-05-20'),
    tells: [['2026-05-20', '05-20']],
    until: '2027-01-01',
    told: ['2026-05-20 12:02 5 月 20 日生日快乐'],
    given: 100,
  },
  {
    why: 'on the day of joining, before ten',
    joins: timeOn('2026-05-20', '08:00'),
    tells: [['2026-05-20', '05-20']],
    until: '2027-01-01',
    told: ['2026-05-20 12:02 5 月 20 日生日快乐'],
    given: 100,
  },
  {
    why: 'not of the day before joining',
    joins: noon('2026-05-21'),
    tells: [['2026-05-21', '05-20']],
    until: '2027-01-01',
    told: [],
    given: 0,
  },
  {
    why: 'changed after the gift was given: not again before next year',
    joins: noon('2026-01-10'),
    tells: [
      ['2026-01-10', '05-20'],
      ['2026-05-21', '05-25'],
    ],
    until: '2028-01-01',
    told: ['2026-05-20 10:00 5 月 20 日生日快乐', '2027-05-25 10:00 5 月 25 日生日快乐'],
    given: 200,
  },
  {
    why: 'changed on its day, after the gift',
    joins: noon('2026-01-10'),
    tells: [
      ['2026-01-10', '05-20'],
      ['2026-05-20', '05-21'],
    ],
    until: '2027-01-01',
    told: ['2026-05-20 10:00 5 月 20 日生日快乐'],
    given: 100,
  },
  {
    why: 'changed after its day had come, though that was before joining: not before next year',
    joins: noon('2026-01-10'),
    tells: [
      ['2026-01-10', '01-05'],
      ['2026-03-01', '05-20'],
    ],
    until: '2028-01-01',
    told: ['2027-05-20 10:00 5 月 20 日生日快乐'],
    given: 100,
  },
  {
    why: 'changed before it came: once, on the new day',
    joins: noon('2026-01-10'),
    tells: [
      ['2026-01-10', '05-20'],
      ['2026-05-01', '06-01'],
    ],
    until: '2027-01-01',
    told: ['2026-06-01 10:00 6 月 1 日生日快乐'],
    given: 100,
  },
  {
    why: 'greeted three days before, then moved behind that day: not greeted twice in a year',
    joins: noon('2026-01-10'),
    tells: [
      ['2026-01-10', '05-20'],
      ['2026-05-18', '06-01'],
    ],
    until: '2027-01-01',
    told: ['2026-05-17 10:00 5 月 20 日生日快乐'],
    given: 100,
    shop: shopOf({ on: { kind: 'birthday', daysBefore: 3 } }),
  },
  {
    why: 'over New Year, three days before',
    joins: noon('2026-01-10'),
    tells: [['2026-01-10', '01-02']],
    until: '2027-06-01',
    told: ['2026-12-30 10:00 1 月 2 日生日快乐'],
    given: 100,
    shop: shopOf({ on: { kind: 'birthday', daysBefore: 3 } }),
  },
  {
    why: 'told after its day: greeted while the tier’s month runs',
    joins: noon('2026-05-10'),
    tells: [['2026-05-24', '05-20']],
    until: '2027-01-01',
    told: ['2026-05-24 12:02 5 月 20 日生日快乐'],
    given: 100,
    shop: shopOf({}, [month]),
  },
  {
    why: 'the day begins at midnight in Shanghai, wherever the phone is: still the 19th elsewhere',
    joins: '2026-05-19T16:00:00.000Z',
    tells: [],
    until: '2026-05-21',
    told: ['2026-05-20 10:00 5 月 20 日生日快乐'],
    given: 100,
  },
  {
    why: 'joined a minute before that midnight: too late to be greeted, and the gift is not lost',
    joins: '2026-05-20T15:58:00.000Z',
    tells: [],
    until: '2026-06-01',
    told: [],
    given: 100,
  },
  {
    why: 'never to who tells none',
    joins: noon('2026-01-10'),
    tells: [],
    until: '2027-01-01',
    told: [],
    given: 0,
  },
]

describe('a birthday', () => {
  it('on 29 February is on the 28th in common years, and on the 28th of no leap year', () => {
    expect(['2026-02-28', '2028-02-28', '2028-02-29'].map((day) => isBirthday('02-29', day))).toEqual([
      true,
      false,
      true,
    ])
  })

  it('that is changed on the day itself, or after it, has been had; one that is still to come has not', () => {
    const account = { birthday: '05-20' } as Account
    const changed = ['2026-05-19', '2026-05-20', '2026-05-21'].map((day) => birthdayAfterChange(account, day))
    expect(changed).toEqual([null, '2027-01-01', '2027-01-01'])
    expect(birthdayAfterChange({ ...account, birthday: null }, '2026-05-21')).toBeNull()
  })
})

describe('a birthday’s greeting and its gift', () => {
  it('are not given late by a message that the programme did not have on the day', () => {
    const before = programmeOf({ expiry: { kind: 'never' } })
    const born = tells(joinsInWeChat(before, noon('2026-01-10')), '05-20', noon('2026-01-10'))
    const until = noon('2026-05-22')
    const life = lived(born, before, { from: noon('2026-01-10'), until })
    const after = ticked(life, shopOf(), until)
    expect([toldLines(after), after.book.entries.length]).toEqual([[], life.book.entries.length])
  })

  it.each(cases.map((one) => [one.why, one] as const))(
    '%s',
    (why, { joins, tells: told, until, shop = shopOf(), ...expected }) => {
      const joined = joinsInWeChat(shop, joins)
      const isAtOnce = why.includes('midnight')
      let life = isAtOnce ? tells(joined, '05-20', addMilliseconds(joins, 1)) : joined
      let from = joins
      for (const [on, birthday] of told) {
        const at = noon(on) > joins ? noon(on) : addMilliseconds(joins, 1)
        life = tells(lived(life, shop, { from, until: at }), birthday, at)
        from = at
      }
      life = lived(life, shop, { from, until: startOfDay(until) })
      const given = life.book.entries.reduce((sum, { kind, points }) => (kind === 'adjust' ? sum + points : sum), 0)
      expect([toldLines(life), given]).toEqual([expected.told, expected.given])
    },
  )
})
