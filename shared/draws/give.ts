import type { ChanceDrawFact } from '../books/chance'
import { record, type Journal } from '../books/journal'
import type { Take } from '../books/taken'
import { give } from '../coupons/give'
import { giftSpan } from '../coupons/validity'
import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import { pointsGiven } from '../points/given'
import { givenOf } from '../programme/parts/effects'
import type { Given } from '../programme/parts/effects/given'
import type { Programme } from '../programme/schema'
import { pickUpUntil } from '../rewards/redeem'
import type { FixedPrize } from './contract'

/** A result as the winner's account takes it. */
export type Winning = Pick<ChanceDrawFact, 'drawId' | 'roundId' | 'takeNo' | 'number' | 'place' | 'chain'> & {
  prize: FixedPrize
  /** What had been drawn and was used up. */
  insteadOf: string | null
  takes?: Take[]
  at: Instant
}

/** Writes a result down and gives its prize, in the winner's own journal. */
export function recordResult(journal: Journal, programme: Programme, winning: Winning): Journal {
  const { prize, insteadOf, takes, at, ...about } = winning
  const fact: ChanceDrawFact = {
    kind: 'chance-draw',
    ...about,
    prizeId: prize.id,
    name: prize.name,
    won: prize.gives !== null,
  }
  const drawn = record(
    journal,
    { ...fact, ...(insteadOf === null ? {} : { insteadOf }), ...(takes ? { takes } : {}) },
    { at },
  )
  const given = prize.gives ? givenOf(prize.gives) : []
  return given.reduce((current, one) => (ways[one.what] as Way)(current, programme, one, winning), drawn)
}

type Way<One = Given> = (journal: Journal, programme: Programme, given: One, winning: Winning) => Journal
type Ways = { [What in Given['what']]: Way<Extract<Given, { what: What }>> }

/** A total map: something that nobody gives does not compile. Things wait until they are picked up. */
const ways: Ways = {
  points: (journal, programme, { points }, { at }) => pointsGiven(journal, programme, { points, why: 'draw', at }),
  coupons: givenByRule,
  coupon: givenByRule,
  chances: givenByRule,
  thing: (journal, programme, { name }, winning) => waits(journal, programme, name, winning),
  service: (journal, programme, { name }, winning) => waits(journal, programme, name, winning),
}

function givenByRule(journal: Journal, programme: Programme, given: Given, { roundId, place, at }: Winning): Journal {
  const source = { by: 'rule' as const, why: 'draw' as const, code: `${roundId}@${place}` }
  return give(journal, programme, given, { source, at, span: giftSpan(at), takes: [] })
}

function waits(
  journal: Journal,
  programme: Programme,
  name: Bilingual,
  { roundId, place, prize, at }: Winning,
): Journal {
  return record(
    journal,
    {
      kind: 'exchange',
      exchangeNo: journal.account.seq + 1,
      rewardId: prize.id,
      name,
      count: 1,
      burned: 0,
      draws: [],
      addFen: 0,
      because: 'prize',
      takes: [],
      limited: false,
      right: null,
      way: 'store',
      storeId: null,
      until: pickUpUntil(programme, at),
      prize: `${roundId}@${place}`,
      ways: prize.ways,
    },
    { at },
  )
}
