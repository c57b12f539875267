import type { ChanceDrawFact } from '../books/chance'
import { record, type Journal } from '../books/journal'
import type { Take } from '../books/taken'
import { giveEffect } from '../coupons/give'
import { giftSpan } from '../coupons/validity'
import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import { pointsGiven } from '../points/given'
import type { Effect } from '../programme/parts/effects'
import type { PrizeKind } from '../programme/parts/draws'
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
  const effect = prize.gives
  if (!effect) return drawn
  const give = gives[effect.kind as PrizeKind] as Give | undefined
  return give ? give(drawn, programme, effect, winning) : drawn
}

type Give = (journal: Journal, programme: Programme, effect: Effect, winning: Winning) => Journal
type Gives = {
  [Kind in PrizeKind]: (
    journal: Journal,
    programme: Programme,
    effect: Extract<Effect, { kind: Kind }>,
    winning: Winning,
  ) => Journal
}

/** A total map: a kind of prize that nobody gives does not compile. Things wait until they are picked up. */
const gives: Gives = {
  points: (journal, programme, { points }, { at }) => pointsGiven(journal, programme, { points, why: 'draw', at }),
  coupon: givenByRule,
  'money-off': givenByRule,
  'percent-off': givenByRule,
  chance: givenByRule,
  gift: (journal, programme, { name }, winning) => waits(journal, programme, name, winning),
  described: (journal, programme, { text }, winning) => waits(journal, programme, text, winning),
}

function givenByRule(journal: Journal, programme: Programme, effect: Effect, { roundId, place, at }: Winning): Journal {
  const source = { by: 'rule' as const, why: 'draw' as const, code: `${roundId}@${place}` }
  return giveEffect(journal, programme, effect, { source, at, span: giftSpan(at), takes: [] })
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
