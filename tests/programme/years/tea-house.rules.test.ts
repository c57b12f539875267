import { buys, collects, joins, signsUp, swaps, tellsBirthday, waits, yearOf } from './table'

const bill = [
  { good: 'longjing', amountFen: 10_000 },
  { good: 'cup', amountFen: 10_000 },
]

yearOf('tea-house', [
  { on: '2026-01-10', act: joins(), expect: { tier: 'regular', points: 0 }, line: 'P1.1' },
  { on: '2026-01-10', act: buys(99.99), expect: { points: 99 }, line: 'P1.2' },
  {
    on: '2026-01-11',
    act: tellsBirthday('05-21'),
    expect: { has: ['priority-seating', 'wifi', 'birthday', 'limited-teas'], hasNot: ['vip-area', 'birthday-pack'] },
    line: 'P1.3',
  },
  { on: '2026-02-01', act: buys(1_900), expect: { off: { lines: bill, fen: 0 } }, line: 'P1.4' },
  { on: '2026-02-02', act: buys(0.01), expect: { tier: 'premium', points: 1_999 }, line: 'P1.1' },
  { on: '2026-02-03', act: buys(1), expect: { points: 2_000, worthFen: 2_000 }, line: 'P1.2' },
  { on: '2026-02-03', act: waits(), expect: { off: { lines: bill, fen: 1_000 }, discount: 0 }, line: 'P1.4' },
  {
    on: '2026-02-03',
    act: waits(),
    expect: {
      has: [
        'wifi',
        'birthday',
        'vip-area',
        'upsize',
        'birthday-pack',
        'event-seats',
        'greeting',
        'tea-set',
        'card-face',
      ],
    },
    line: 'P1.4',
  },
  { on: '2026-05-21', act: buys(10), expect: { points: 2_010 }, line: 'P1.3' },
  { on: '2046-02-03', act: waits(), expect: { tier: 'premium', points: 2_010 }, line: 'P1.2' },
  { on: '2046-02-03', act: buys(10, { burn: 2_000 }), expect: { points: 20 }, line: 'P1.2' },
])

describe('points for gifts', () =>
  yearOf('tea-house', [
    { on: '2026-03-01', act: joins(), expect: { points: 0 }, line: 'P1.2' },
    { on: '2026-03-01', act: buys(1_400), expect: { points: 1_400 }, line: 'P1.2' },
    { on: '2026-03-02', act: swaps('tea-sampler'), expect: { points: 900, waiting: ['tea-sampler'] }, line: 'P1.2' },
    { on: '2026-03-03', act: collects(), expect: { points: 900, waiting: [] }, line: 'P1.2' },
    // Limited teas open to everybody on the first of April, to members two days before.
    {
      on: '2026-03-29',
      act: swaps('spring-longjing'),
      expect: { refused: 'reward_not_open', points: 900 },
      line: 'P1.3',
    },
    {
      on: '2026-03-30',
      act: swaps('spring-longjing'),
      expect: { points: 100, waiting: ['spring-longjing'] },
      line: 'P1.3',
    },
    { on: '2026-05-01', act: waits(), expect: { points: 900, waiting: [] }, line: 'P1.3' },
  ]))

describe('first right to sign up', () => {
  yearOf('tea-house', [
    { on: '2026-01-10', act: joins(), expect: { tier: 'regular' }, line: 'P1.1' },
    { on: '2026-06-09', act: signsUp('spring-tea'), expect: { refused: 'event_not_open' }, line: 'P1.4' },
    { on: '2026-06-09', act: buys(2_000), expect: { tier: 'premium', has: ['event-seats'] }, line: 'P1.4' },
    { on: '2026-06-09', act: signsUp('spring-tea', 1), expect: { tier: 'premium' }, line: 'P1.4' },
    { on: '2026-06-10', act: signsUp('spring-tea', 2), expect: { refused: 'event_guests' }, line: 'P1.4' },
  ])
})
