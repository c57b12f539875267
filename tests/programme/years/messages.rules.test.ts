import { addMilliseconds, startOfDay, type Day } from '../../../shared/kit/time'
import { presets } from '../../../shared/programme/presets/presets'
import { joinsInWeChat, lived, toldLines, wrote, type Life } from '../../support/told'
import { buys, isGiven, signsUp, tellsBirthday, topsUpPoints, waits, type Act } from './table'

/** What is done at noon of a day, and what the member is told from then on until the next row's noon. */
type Row = { on: Day; act: Act; tells: string[]; line: string }

/** A year of a programme's messages: the clock comes each minute in which something is due. */
function messagesOf(preset: string, rows: readonly Row[], until: Day): void {
  const programme = presets[preset]!
  describe(preset, () => {
    const noon = (day: Day, index: number) => addMilliseconds(startOfDay(day), 12 * 3_600_000 + index * 300_000)
    const told: string[][] = []
    let life: Life | null = null
    for (const [index, { on, act }] of rows.entries()) {
      const at = noon(on, index)
      life ??= joinsInWeChat(programme, at)
      const ruling = act.play(life.book, { programme, at, row: index })
      if (!ruling.ok) throw new Error(`${act.label}: ${ruling.refusal}`)
      const { account, entries } = ruling.value
      const before = toldLines(life).length
      life = wrote(life, { account, entries: [...life.book.entries, ...entries] })
      const next = rows[index + 1]
      life = lived(life, programme, { from: at, until: next ? noon(next.on, index + 1) : startOfDay(until) })
      told.push(toldLines(life).slice(before))
    }
    it.each(rows.map((row, index) => [row.line, row.on, row.act.label, index] as const))(
      '%s · %s · %s',
      (_line, _on, _label, index) => expect(told[index]).toEqual(rows[index]!.tells),
    )
  })
}

messagesOf(
  'tea-house',
  [
    { on: '2026-03-02', act: buys(100), tells: [], line: 'P1.4' },
    { on: '2026-03-05', act: buys(20_000), tells: ['2026-03-05 12:05 新权益已生效，点开看看'], line: 'P1.4' },
    { on: '2026-03-09', act: buys(100), tells: ['2026-03-09 12:10 欢迎回来，茶已备好'], line: 'P1.4' },
    { on: '2026-03-09', act: buys(50), tells: [], line: 'P1.4' },
    { on: '2026-06-11', act: signsUp('spring-tea'), tells: ['2026-06-19 10:00 已为您留好座位'], line: 'P1.4' },
  ],
  '2027-01-01',
)

messagesOf(
  'pharmacy',
  [
    { on: '2026-02-02', act: buys(1_450), tells: ['2026-02-02 12:00 新权益已生效，点开看看'], line: 'P3.6' },
    { on: '2026-02-03', act: waits(), tells: ['2026-02-18 11:15 差 50 积分到 1,500，今天会员日可补足'], line: 'P3.6' },
    { on: '2026-02-18', act: topsUpPoints(), tells: [], line: 'P3.6' },
    { on: '2026-03-20', act: buys(10), tells: [], line: 'P3.6' },
    { on: '2026-04-20', act: isGiven('diamond'), tells: ['2026-04-20 12:20 新权益已生效，点开看看'], line: 'P3.6' },
    {
      on: '2026-04-21',
      act: waits(),
      tells: [
        '2026-05-05 11:21 本月健康提示',
        '2026-06-05 11:21 本月健康提示',
        '2026-06-15 10:56 新一期健康手册已备好，到店领取',
      ],
      line: 'P3.6',
    },
  ],
  '2026-07-01',
)

messagesOf(
  'bronze-to-diamond',
  [
    { on: '2026-04-10', act: tellsBirthday('05-20'), tells: [], line: 'P4.1' },
    {
      on: '2026-04-11',
      act: isGiven('silver'),
      tells: [
        '2026-04-11 12:05 新权益已生效，点开看看',
        '2026-05-20 10:00 生日快乐，今天双倍积分',
        '2026-05-28 11:01 月底前用掉，别错过',
      ],
      line: 'P4.2',
    },
  ],
  '2026-06-05',
)

messagesOf(
  'silver-to-diamond',
  [
    {
      on: '2026-05-07',
      act: tellsBirthday('05-20'),
      tells: ['2026-05-08 10:54 今天会员日，满 100 减 20', '2026-05-20 10:00 李明，生日快乐，生日券本月可用'],
      line: 'P6.3',
    },
    { on: '2026-05-21', act: waits(), tells: ['2026-06-08 10:54 今天会员日，满 100 减 20'], line: 'P6.3' },
  ],
  '2026-07-01',
)

messagesOf(
  'spend-and-tenure',
  [
    {
      on: '2026-05-23',
      act: tellsBirthday('05-20'),
      tells: ['2026-05-23 12:00 生日快乐，生日券本月可用', '2027-05-20 10:00 生日快乐，生日券本月可用'],
      line: 'P7.1',
    },
  ],
  '2027-06-01',
)

messagesOf(
  'restaurant',
  [
    {
      on: '2026-05-01',
      act: tellsBirthday('05-20'),
      tells: ['2026-05-17 10:00 生日快乐，长寿面给你留着', '2027-05-17 10:00 生日快乐，长寿面给你留着'],
      line: 'P9.3',
    },
  ],
  '2027-06-01',
)

messagesOf(
  'annual-and-frequency',
  [{ on: '2026-09-01', act: waits(), tells: ['2026-10-01 11:01 国庆快乐，满 200 减 20'], line: 'P14.4' }],
  '2026-12-01',
)

messagesOf(
  'new-store',
  [
    { on: '2026-06-01', act: buys(100), tells: ['2026-07-31 11:13 好久不见，送你一张券'], line: 'P15.5' },
    { on: '2026-08-05', act: buys(100), tells: ['2026-09-24 11:27 中秋快乐'], line: 'P15.5' },
    {
      on: '2026-09-30',
      act: tellsBirthday('10-08'),
      tells: ['2026-10-04 11:13 好久不见，送你一张券', '2026-10-08 10:00 生日快乐', '2027-02-05 10:48 春节快乐'],
      line: 'P15.5',
    },
  ],
  '2027-03-01',
)

messagesOf(
  'tea-merchant',
  [
    { on: '2026-02-01', act: buys(100), tells: [], line: 'P16.1' },
    {
      on: '2026-05-01',
      act: isGiven('silver'),
      tells: ['2026-05-01 12:05 新权益已生效，点开看看', '2027-04-01 10:31 新茶到了'],
      line: 'P16.1',
    },
  ],
  '2027-05-01',
)
