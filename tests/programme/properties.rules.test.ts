import fc from 'fast-check'
import { balanceOf, type Account } from '../../shared/books/account'
import { auditAccount } from '../../shared/books/audit'
import type { Entry } from '../../shared/books/entry'
import { fold } from '../../shared/books/evolve'
import { Replay } from '../../shared/insights/replay'
import { addDays, startOfDay } from '../../shared/kit/time'
import { pointsOf } from '../../shared/points/earn'
import { presets } from '../../shared/programme/presets/presets'
import type { Programme } from '../../shared/programme/schema'
import { hundredths } from '../../shared/kit/hundredths'

/** What happens in a shop: orders, days that pass, parts of orders given back. */
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('order' as const), who: fc.nat(2), fen: fc.nat(400_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 120 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      which: fc.nat(20),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
  },
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never
const history = fc.array(happening, { maxLength: 30, size: 'max' })

type Life = {
  replay: Replay
  entries: Map<string, Entry[]>
  orders: { orderId: string; who: string; leftFen: number }[]
  day: string
}

function begin(programme: Programme): Life {
  return { replay: new Replay(programme, { keepOrders: true }), entries: new Map(), orders: [], day: '2026-01-05' }
}

function live(programme: Programme, happenings: readonly Happening[], life = begin(programme)): Life {
  happenings.forEach((one, index) => step(life, one, `${life.orders.length}-${index}`))
  return life
}

function step(life: Life, one: Happening, id: string): void {
  if (one.kind === 'wait') {
    life.day = addDays(life.day, one.days)
    for (const { customerId, entries } of life.replay.settle(life.day)) note(life, customerId, entries)
  } else if (one.kind === 'order') order(life, `member-${one.who}`, one.fen, `o${id}`)
  else giveBack(life, one.which, one.percent, `r${id}`)
}

function order(life: Life, who: string, fen: number, orderId: string): void {
  const at = startOfDay(life.day)
  const ruling = life.replay.order({ orderId, customerId: who, storeId: 'S1', amountFen: fen, at })
  if (!ruling.ok) throw new Error(ruling.refusal)
  note(life, who, ruling.value.entries)
  life.orders.push({ orderId, who, leftFen: fen })
}

function giveBack(life: Life, which: number, percent: number, refundId: string): void {
  const bought = life.orders[which % Math.max(1, life.orders.length)]
  if (!bought || bought.leftFen === 0) return
  const amountFen = Math.ceil((bought.leftFen * percent) / 100)
  const { orderId } = bought
  const ruling = life.replay.refund({ refundId, orderId, storeId: 'S1', amountFen, at: startOfDay(life.day) })
  if (!ruling.ok) return
  bought.leftFen -= amountFen
  note(life, bought.who, ruling.value.entries)
}

function note(life: Life, who: string, entries: readonly Entry[]): void {
  life.entries.set(who, [...(life.entries.get(who) ?? []), ...entries])
}

/** What the rules know of a member, but for how many entries led to it. */
function known(account: Account): object {
  // What was had on a day gives way to the next day's, also to one that was given back.
  const isDay = (window: string) => /^\d{4}-\d{2}-\d{2}$/.test(window)
  const taken = Object.entries(account.taken ?? {}).filter(([, { times, window }]) => times > 0 && !isDay(window))
  const { rights = [], chances = { granted: [], open: [] } } = account
  return { ...account, seq: 0, rights, chances, taken: Object.fromEntries(taken) }
}

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

/** Lives something while every clock shows an instant, and dice that show it too. */
function livedAt(now: Date, act: () => Life): Life {
  jest.useFakeTimers({ now })
  const dice = jest.spyOn(Math, 'random').mockReturnValue((now.getTime() % 997) / 997)
  try {
    return act()
  } finally {
    dice.mockRestore()
    jest.useRealTimers()
  }
}

function balanceWith(accounts: ReadonlyMap<string, Account>, who: number): number | undefined {
  const account = accounts.get(`member-${who}`)
  return account && balanceOf(account)
}

describe.each(Object.values(presets).map((programme) => [programme.id, programme] as const))(
  'in %s',
  (_, programme) => {
    it('the ledger folds to the account, an audit finds nothing, and nobody is below zero but by a debt', () => {
      fc.assert(
        fc.property(history, (happenings) => {
          const life = live(programme, happenings)
          for (const [who, account] of life.replay.accounts) {
            const entries = life.entries.get(who) ?? []
            expect(fold(entries)).toEqual(account)
            expect(auditAccount(account, balanceOf(account), entries)).toEqual([])
            expect(account.lots.every((lot) => lot.points > 0)).toBe(true)
            expect(account.debt).toBe(Math.max(0, -balanceOf(account)))
          }
        }),
        { numRuns: 25 },
      )
    })

    it('an order that is given back whole at once leaves everything as if it had never been', () => {
      fc.assert(
        fc.property(history, fc.nat(2), fc.integer({ min: 1, max: 600_000 }), (happenings, who, fen) => {
          const life = live(programme, happenings)
          // The day's reviews are written before, so that they are not taken for the order's doing.
          order(life, `member-${who}`, 0, 'before')
          const before = life.replay.accounts.get(`member-${who}`)
          order(life, `member-${who}`, fen, 'bought')
          giveBack(life, life.orders.length - 1, 100, 'back')
          const after = life.replay.accounts.get(`member-${who}`)
          expect(known(after!)).toEqual(known(before!))
        }),
        { numRuns: 25 },
      )
    })

    it('the same history gives the same books whenever it is lived and by whatever dice, and no member touches another', () => {
      fc.assert(
        fc.property(history, instant, instant, (happenings, now, then) => {
          const together = livedAt(now, () => live(programme, happenings))
          const again = livedAt(then, () => live(programme, happenings))
          expect([again.replay.accounts, again.entries]).toEqual([together.replay.accounts, together.entries])
          const forward = happenings.filter((one) => one.kind !== 'refund')
          const all = live(programme, forward).replay.accounts
          for (const who of [0, 1, 2]) {
            const own = forward.filter((one) => one.kind !== 'order' || one.who === who)
            const alone = live(programme, own).replay.accounts.get(`member-${who}`)
            expect(alone && balanceOf(alone)).toEqual(balanceWith(all, who))
            expect(alone?.tierId).toEqual(all.get(`member-${who}`)?.tierId)
          }
        }),
        { numRuns: 10 },
      )
    })

    it('an order in parts never earns more than the whole within one tier', () => {
      const amounts = fc.array(fc.nat(40_000), { minLength: 1, maxLength: 6 })
      fc.assert(
        fc.property(amounts, fc.constantFrom(...programme.tiers), (parts, tier) => {
          const within: Programme = { ...programme, tiers: [{ ...tier, qualification: null }] }
          const earnedBy = (orders: readonly number[]) => {
            const life = begin(within)
            orders.forEach((fen, index) => order(life, 'member-0', fen, `o${index}`))
            return life.replay.accounts.get('member-0')?.totals.pointsEarned ?? 0
          }
          expect(earnedBy(parts)).toBeLessThanOrEqual(earnedBy([parts.reduce((sum, part) => sum + part, 0)]))
        }),
        { numRuns: 25 },
      )
    })

    it('amounts in parts never come to more points than their sum at one rate', () => {
      const amounts = fc.array(fc.nat(100_000_000 / 20), { minLength: 1, maxLength: 20 })
      fc.assert(
        fc.property(amounts, fc.constantFrom(...programme.tiers), (parts, tier) => {
          const rate = hundredths(tier.pointsPerYuan) ?? 0
          const whole = parts.reduce((sum, part) => sum + part, 0)
          const split = parts.reduce((sum, part) => sum + pointsOf(part, rate), 0)
          expect(split).toBeLessThanOrEqual(pointsOf(whole, rate))
        }),
      )
    })
  },
)
