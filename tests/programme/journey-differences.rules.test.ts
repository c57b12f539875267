import { differences } from '../../shared/programme/differences'
import type { Journey, Touchpoint } from '../../shared/programme/parts/journeys'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { newGuest } from '../../shared/programme/presets/demo-tea-journeys'
import { earlyEducation } from '../../shared/programme/presets/early-education'

const told = (changed: Partial<Journey>, from = newGuest) =>
  differences({ ...demoTea, journeys: [from] }, { ...demoTea, journeys: [{ ...from, ...changed }] })
const withFirst = (change: (first: Touchpoint) => Touchpoint) => ({
  touchpoints: newGuest.touchpoints.map((one, at) => (at === 0 ? change(one) : one)),
})

describe('a difference of journeys names the touchpoint', () => {
  it('that moved, with both dates', () => {
    const moved = withFirst((first) => ({ ...first, due: { ...first.due, offset: -3, withinHours: 24 } }))
    expect(told(moved)).toEqual([
      {
        path: 'journeys[0].touchpoints[0].due',
        zh: '跟进「新会员回访」「第一周回访」：入会后 5 天 10:00，32 小时内完成 → 入会前 3 天 10:00，24 小时内完成',
        en: 'Journeys, A new member, First week: 5 days after Joined at 10:00, within 32 hours → 3 days before Joined at 10:00, within 24 hours',
        adverse: false,
      },
    ])
  })

  it('that repeats, and falls on working days', () => {
    const often = withFirst((first) => ({
      ...first,
      due: {
        anchor: 'joined',
        offset: 0,
        unit: 'weeks',
        workingDays: true,
        every: { count: 1, unit: 'weeks' },
        until: { anchor: 'joined', offset: 2, unit: 'months' },
        withinHours: 1,
      },
    }))
    const [one] = told(often)
    expect(one?.zh).toContain('→ 入会当天，每 1 周一次，到入会后 2 个月为止，只在工作日，1 小时内完成')
    expect(one?.en).toContain('→ at Joined, every 1 week, until 2 months after Joined, on working days, within 1 hour')
  })

  it('that is new, and the one that is no more', () => {
    const [first, ...rest] = newGuest.touchpoints
    const swapped = { touchpoints: [...rest, { ...first!, id: 'month-2', name: { zh: '第二月', en: 'Month 2' } }] }
    expect(told(swapped).map(({ en }) => en)).toEqual([
      'New: Journeys, A new member, Month 2',
      'No longer: Journeys, A new member, First week',
    ])
  })

  it('whose script, owner or way is another, each by itself', () => {
    const other = withFirst((first) => ({ ...first, by: 'head', channel: 'message', script: { points: first.name } }))
    expect(told(other).map(({ zh }) => zh)).toEqual([
      '有改动：跟进「新会员回访」「第一周回访」由谁负责',
      '有改动：跟进「新会员回访」「第一周回访」的方式',
      '有改动：跟进「新会员回访」「第一周回访」的话术',
    ])
  })
})

describe('a difference of journeys', () => {
  it('says what else of a journey is otherwise', () => {
    const changed = told({ escalation: { to: 'head', afterHours: 2 }, endsAtTiers: ['gold'] })
    expect(changed.map(({ path, en }) => [path, en])).toEqual([
      ['journeys[0].endsAtTiers', 'Changed: Journeys, A new member, tiers that end it'],
      ['journeys[0].escalation', 'Changed: Journeys, A new member, who is told of what is late'],
    ])
  })

  it('names journeys that come and go, and costs no member anything', () => {
    const found = differences(demoTea, { ...demoTea, journeys: earlyEducation.journeys! })
    expect(found.map(({ zh }) => zh)).toEqual(['新增：跟进「新会员家庭」', '取消：跟进「新会员回访」'])
    expect(found.some(({ adverse }) => adverse)).toBe(false)
  })
})
