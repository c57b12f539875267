import { checkProgramme } from '../../shared/programme/check'
import type { Message } from '../../shared/programme/parts/messages'
import type { Programme } from '../../shared/programme/schema'
import { programmeOf, spendOf, tierOf } from '../support/builders'

const news: Message = {
  id: 'news',
  on: { kind: 'every', when: { kind: 'monthly', days: [1] } },
  purpose: 'service',
  channels: ['subscription', 'inbox'],
  text: { zh: '本月活动已上线', en: 'This month’s events' },
}
const long = { ...tierOf({ id: 'silver', qualification: spendOf(50_000) }), name: { zh: '至尊白银', en: 'Silver' } }
const ladder = [tierOf({ id: 'regular', name: { zh: '普通', en: 'Regular' } }), long]

/** Where a message is at fault and why, in English. */
function faults({ quiet, ...rest }: { quiet?: object; [field: string]: unknown }, shop: Partial<Programme> = {}) {
  const messages = { ...(quiet ? { quiet } : {}), list: [{ ...news, ...rest }] }
  const checked = checkProgramme({ ...programmeOf({ tiers: ladder, ...shop }), messages })
  return checked.ok ? [] : checked.faults.map(({ path, en }) => `${path}: ${en}`)
}
const zh = (text: string) => ({ text: { zh: text, en: 'Hello' } })
const at = 'messages.list[0]'

describe('a message', () => {
  it('that fits is taken', () => expect(faults({})).toEqual([]))

  it.each([
    ['of twenty characters goes by subscription message', { ...zh('字'.repeat(20)) }, []],
    [
      'of one more does not',
      { ...zh('字'.repeat(21)) },
      [`${at}.text.zh: Filled in it may have 21 characters; sent this way it has at most 20`],
    ],
    ['of so many stands in the member’s own list', { ...zh('字'.repeat(200)), channels: ['inbox'] }, []],
    [
      'of one more does not',
      { ...zh('字'.repeat(201)), channels: ['inbox'] },
      [`${at}.text.zh: Filled in it may have 201 characters; sent this way it has at most 200`],
    ],
    [
      'by text message has at most sixty',
      { ...zh('字'.repeat(61)), channels: ['inbox', 'text'] },
      [`${at}.text.zh: Filled in it may have 61 characters; sent this way it has at most 60`],
    ],
    ['counts what is filled in at its longest', { ...zh(`${'字'.repeat(16)}{tier}`) }, []],
    [
      'counts the longest name of a tier',
      { ...zh(`${'字'.repeat(17)}{tier}`) },
      [`${at}.text.zh: Filled in it may have 21 characters; sent this way it has at most 20`],
    ],
    [
      'leaves nothing open that nobody knows',
      { ...zh('你好 {nickname}') },
      [`${at}.text.zh: {nickname} cannot be filled in here. What can: {name}, {tier}, {points}, {day}`],
    ],
    [
      'leaves nothing open that its occasion does not have',
      { ...zh('再{amount}'), on: { kind: 'birthday', daysBefore: 0 } },
      [`${at}.text.zh: {amount} cannot be filled in here. What can: {name}, {tier}, {day}`],
    ],
    ['closes its braces', { ...zh('你好 {name') }, [`${at}.text.zh: Braces come in pairs, such as {name}`]],
    ['says something', { ...zh('  ') }, [`${at}.text.zh: The text is empty`]],
    [
      'that is promotion does not go by subscription message',
      { purpose: 'promotion' },
      [`${at}.channels: Promotion may not be sent by subscription message`],
    ],
    [
      'goes each way once',
      { channels: ['inbox', 'inbox'] },
      [`${at}.channels: The same way of sending stands there twice`],
    ],
    ['has a time of day', { at: '9:30' }, [`${at}.at: A time of day belongs here, such as 09:30`]],
    [
      'has none in the quiet hours',
      { at: '22:30', quiet: { from: '21:00', to: '09:00' } },
      [`${at}.at: This time lies in the quiet hours`],
    ],
    ['may begin as they end', { at: '09:00', quiet: { from: '21:00', to: '09:00' } }, []],
    [
      'is not sent always',
      { on: { kind: 'every', when: { kind: 'always' } } },
      [`${at}.on.when: Say on which days it is sent`],
    ],
    [
      'about missing points needs a top-up of points',
      { on: { kind: 'points-short', points: 100 } },
      [`${at}.on: There is no points top-up to be short of`],
    ],
    [
      'gives what can be handed over at once',
      { gives: [{ kind: 'free-delivery', fromFen: 100 }] },
      [
        `${at}.gives[0]: Only what can be handed over at once belongs here: points, coupons, gifts, chances or services`,
      ],
    ],
    ['is for tiers that there are', { fromTier: 'platinum' }, [`${at}.fromTier: There is no tier named platinum`]],
  ])('%s', (_, message, expected) => expect(faults(message)).toEqual(expected))

  it('about missing points names the days of the top-up', () => {
    const topUp = { per: 'month' as const, bands: [{ from: 10, to: 19, becomes: 20 }] }
    const short = { on: { kind: 'points-short', points: 100 } }
    const when = (kind: 'always' | 'monthly') => (kind === 'always' ? { kind } : { kind, days: [18] })
    expect(faults(short, { pointsTopUp: { ...topUp, when: when('monthly') } })).toEqual([])
    expect(faults(short, { pointsTopUp: { ...topUp, when: when('always') } })).toEqual([
      `${at}.on: Points can be topped up any day; name days to remind on`,
    ])
  })
})
