import { addMilliseconds, type Instant } from '../kit/time'
import type { Account } from './account'
import type { ChanceFact, Chances, ChanceWithdrawFact, GrantedChances, OpenChance } from './chance'
import type { EntryFrame } from './entry'
import { chanceThing, withoutOwed, withOwed } from './owed'
import { withoutTakes, withTakes } from './taken'

const none: Chances = { granted: [], open: [] }

/** How many grants of which nothing is left an account remembers, so that a refund can say what was used. */
const spentMax = 40
/** For so long after a round a result may still be written down by the clock. */
const openKeptMs = 30 * 24 * 60 * 60 * 1000

/** The account after chances were given, taken or drawn. */
export function afterChance(account: Account, entry: EntryFrame & ChanceFact, seq: number): Account {
  const { granted, open } = account.chances ?? none
  switch (entry.kind) {
    case 'chance-grant': {
      const { drawId, chances, source, until, takes } = entry
      const given = { no: seq, drawId, of: chances, left: chances, source, until, ...(takes ? { takes } : {}) }
      return {
        ...account,
        seq,
        ...(entry.takes ? { taken: withTakes(account.taken, entry.takes) } : {}),
        chances: { granted: kept([...granted, given], entry.at), open },
      }
    }
    case 'chance-take': {
      const { drawId, roundId, saltHash, until } = entry
      return {
        ...account,
        seq,
        taken: withTakes(account.taken, entry.takes),
        chances: {
          granted: granted.map((one) => (one.no === entry.grantNo ? { ...one, left: one.left - 1 } : one)),
          open: [...stillOpen(open, entry.at), { no: seq, drawId, roundId, saltHash, until }],
        },
      }
    }
    case 'chance-draw':
      return {
        ...account,
        seq,
        ...(entry.takes ? { taken: withTakes(account.taken, entry.takes) } : {}),
        chances: { granted, open: open.filter(({ no }) => no !== entry.takeNo) },
      }
    case 'chance-withdraw':
      return {
        ...account,
        seq,
        ...(entry.takes ? { taken: withoutTakes(account.taken, entry.takes) } : {}),
        ...owedAfter(account, entry),
        chances: {
          granted: granted.flatMap((one) => (one.no === entry.grantNo ? withdrawn(one, entry) : [one])),
          open,
        },
      }
  }
}

/** Chances of which none was used are gone as if they had never been, and so are those of which what was used is owed. */
function withdrawn(one: GrantedChances, entry: ChanceWithdrawFact): GrantedChances[] {
  return entry.owed || (entry.used === 0 && !entry.pays) ? [] : [{ ...one, left: one.left - entry.withdrawn }]
}

function owedAfter(
  account: Account,
  { drawId, used, withdrawn, owed, pays }: ChanceWithdrawFact,
): Pick<Account, 'owes'> {
  const times = (count: number) => Array.from({ length: count }, () => chanceThing(drawId))
  if (pays) return withoutOwed(account, times(withdrawn))
  return owed ? withOwed(account, times(used)) : {}
}

/** All of which something is left, and the last of the others. */
function kept(granted: readonly GrantedChances[], at: Instant): GrantedChances[] {
  const alive = granted.filter(({ until }) => until === null || until > at)
  const spent = alive.filter(({ left }) => left === 0)
  const forgotten = new Set(spent.slice(0, Math.max(0, spent.length - spentMax)))
  return alive.filter((one) => !forgotten.has(one))
}

function stillOpen(open: readonly OpenChance[], at: Instant): OpenChance[] {
  const since = addMilliseconds(at, -openKeptMs)
  return open.filter(({ until }) => until > since)
}
