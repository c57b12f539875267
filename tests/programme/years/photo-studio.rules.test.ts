import { draws, takesChance } from './draws'
import { buys, has, joins, yearOf } from './table'

yearOf('photo-studio', [
  { on: '2026-01-05', act: joins(), expect: { tier: 'visitor', hasNot: ['member-price'] }, line: 'P8.1' },
  // The online draw is open to whoever has bought no package; one chance a day, and what is won waits at the desk.
  { on: '2026-01-05', act: takesChance(), expect: { waiting: [] }, line: 'P8.3' },
  { on: '2026-01-05', act: draws('frame'), expect: { waiting: ['frame'] }, line: 'P8.3' },
  { on: '2026-01-05', act: takesChance(), expect: { refused: 'chances_none' }, line: 'P8.3' },
  { on: '2026-01-06', act: takesChance(), expect: { waiting: ['frame'] }, line: 'P8.3' },
  { on: '2026-01-06', act: draws('nothing'), expect: { waiting: ['frame'] }, line: 'P8.3' },
  { on: '2026-01-06', act: buys(50), expect: { tier: 'visitor', points: 0 }, line: 'P8.1' },
  { on: '2026-01-07', act: has({}, 'package'), expect: {}, line: 'P8.1' },
  {
    on: '2026-01-07',
    act: buys(699),
    expect: { tier: 'member', has: ['member-price', 'ten-yuan-offer'] },
    line: 'P8.1',
  },
  { on: '2026-02-01', act: has({ topUpMaxFen: 500_000, topUpTotalFen: 500_000 }), expect: {}, line: 'P8.1' },
  { on: '2026-02-01', act: buys(0), expect: { tier: 'member' }, line: 'P8.1' },
  { on: '2026-02-02', act: has({ topUpMaxFen: 500_001, topUpTotalFen: 1_000_000 }), expect: {}, line: 'P8.1' },
  { on: '2026-02-02', act: buys(0), expect: { tier: 'vip' }, line: 'P8.1' },
  { on: '2026-03-01', act: buys(9_251), expect: { tier: 'vip' }, line: 'P8.1' },
  { on: '2026-03-02', act: buys(0.01), expect: { tier: 'vvip', points: 0, has: ['member-price'] }, line: 'P8.1' },
])
