import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, instantText, pointsCount } from '../kit/fields'
import { effectSchema } from '../programme/parts/effects'

const ways = z.array(z.enum(['store', 'post']))
const form = z.enum(['wheel', 'nine-grid', 'scratch'])
const per = z.enum(['lifetime', 'day', 'month', 'quarter', 'year'])
const hex64 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** A prize as it was fixed for a round. */
export const fixedPrize = z.strictObject({
  id: z.string(),
  name: bilingual,
  stock: z.nullable(z.int()),
  perDay: z.nullable(z.int()),
  perMember: z.nullable(z.int()),
  ways,
  gives: z.nullable(effectSchema),
  worthFen: z.nullable(z.int()),
})
export type FixedPrize = z.output<typeof fixedPrize>

/**
 * The rules of one round as they were fixed before it opened: what is published, and what the commitment covers. Odds
 * are a table for each group of tiers, the first for everybody whom none of the others names.
 */
export const drawRules = z.strictObject({
  roundId: z.string(),
  drawId: z.string(),
  organiser: z.string(),
  name: bilingual,
  form,
  from: z.string(),
  /** Exclusive. */
  until: z.string(),
  forVisitors: z.boolean(),
  perMember: z.nullable(z.strictObject({ times: z.int(), per })),
  rules: z.nullable(bilingual),
  prizes: z.array(fixedPrize),
  outOf: z.int(),
  tables: z.array(z.strictObject({ tiers: z.array(z.string()), weights: z.array(z.int()) })),
  fallback: z.nullable(z.string()),
})
export type DrawRules = z.output<typeof drawRules>

export const givenNumberRow = z.strictObject({
  number: z.int(),
  member: z.string(),
  tierId: z.nullable(z.string()),
  saltHash: hex64,
  at: instantText,
  link: hex64,
})
export const resultRow = z.strictObject({
  place: z.int(),
  number: z.int(),
  salt: z.string(),
  at: instantText,
  drawn: z.string(),
  prize: z.string(),
  chain: hex64,
})

/** All that is published of a closed round: whoever has it can draw the whole of it once more. */
export const drawFile = z.strictObject({
  format: z.literal('changlai-draw-1'),
  /** The rules as the text that was hashed. */
  rules: z.string(),
  commitment: hex64,
  seed: hex64,
  numbers: z.array(givenNumberRow),
  results: z.array(resultRow),
  /** The last link and the last chain, as the members' receipts carry them. */
  ends: z.strictObject({ link: hex64, chain: hex64 }),
})
export type DrawFile = z.output<typeof drawFile>

/** `soon`: published and not open yet. `paused`: open on other days of the week or month. */
const state = z.enum(['soon', 'open', 'paused', 'closed'])

const drawId = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(40))
const roundId = z.string().check(z.regex(/^[a-z][a-z0-9-]*\.\d{4}-\d{2}(-\d{2})?$/), z.maxLength(60))
const number = z.int().check(z.positive(), z.lte(1_000_000_000))
/** At least sixteen random bytes, made on the phone. */
const salt = z.string().check(z.regex(/^[0-9a-f]{32,64}$/))

/** The draws there are, those that are open first. */
export const drawsAll = operation({
  name: 'draws.all',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    draws: z.array(
      z.strictObject({
        drawId: z.string(),
        name: bilingual,
        form,
        state,
        from: z.nullable(z.string()),
        until: z.nullable(z.string()),
        chances: z.int(),
      }),
    ),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

/** A way to chances, and what is left of it. */
const chanceWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['everybody', 'tier']), left: z.int(), of: z.int(), per }),
  z.strictObject({ kind: z.literal('points'), points: z.int(), left: z.int(), times: z.int(), per }),
  z.strictObject({ kind: z.literal('purchase'), fromFen: z.int(), chances: z.int(), left: z.int() }),
  z.strictObject({ kind: z.enum(['check-in', 'referral']), chances: z.int(), left: z.int() }),
  /** Given besides, such as by a campaign. */
  z.strictObject({ kind: z.literal('given'), left: z.int() }),
])
export type ChanceWay = z.output<typeof chanceWay>

const winner = z.strictObject({
  /** The end of the member number; null for a visitor. */
  tail: z.nullable(z.string()),
  prize: bilingual,
  at: z.string(),
  place: z.int(),
})

/** One draw: its rules and odds, the commitment, what is left, my chances and the last winners. */
export const drawsRead = operation({
  name: 'draws.read',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ drawId }),
  output: z.strictObject({
    serverAt: z.string(),
    isMember: z.boolean(),
    state,
    commitment: z.nullable(z.string()),
    rules: drawRules,
    /** My odds, out of `rules.outOf`, prize by prize. */
    weights: z.array(z.int()),
    /** How many of each limited prize are left. */
    left: z.array(z.strictObject({ prizeId: z.string(), left: z.int() })),
    chances: z.int(),
    ways: z.array(chanceWay),
    /** How many points I have, of which a chance for points takes some; null for whoever is no member. */
    balance: z.nullable(z.int()),
    /** Numbers that were given out to me and are not drawn yet. */
    waiting: z.array(z.strictObject({ roundId: z.string(), number: z.int(), saltHash: z.string() })),
    /** Prizes that I won as a visitor and may have now that I am a member. */
    unclaimed: z.int(),
    winners: z.array(winner),
    /** The round before this one, whose secret is told. */
    closedRoundId: z.nullable(z.string()),
  }),
  refusals: ['draw_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 4, total: 10 },
})

/** The first of two steps: a chance is taken and given the next number. The phone has fixed its salt before. */
export const drawsTakeChance = operation({
  name: 'draws.take-chance',
  audience: 'member',
  kind: 'command',
  roles: ['visitor', 'member'],
  input: z.strictObject({ drawId, saltHash: hex64 }),
  output: z.strictObject({
    roundId: z.string(),
    number: z.int(),
    /** What fixes this number and all before it. */
    link: z.string(),
    chances: z.int(),
  }),
  refusals: [
    'draw_unknown',
    'draw_not_open',
    'draw_members_only',
    'draw_limit',
    'chances_none',
    'chances_open_too_many',
  ],
  limits: { perMinute: 60 },
  budget: { sequential: 6, total: 11 },
})

/** What a prize has become. */
const won = z.strictObject({
  prizeId: z.string(),
  name: bilingual,
  gives: z.nullable(effectSchema),
  /** Drawn and used up, so that the fallback was given. */
  insteadOf: z.nullable(bilingual),
  /** Where a visitor gets it: by joining. */
  claimable: z.boolean(),
})

/** The second step: the salt is told, and the result stands in the public list. Asked again, it is the same. */
export const drawsDraw = operation({
  name: 'draws.draw',
  audience: 'member',
  kind: 'command',
  roles: ['visitor', 'member'],
  input: z.strictObject({ roundId, number, salt }),
  output: z.strictObject({ prize: won, place: z.int(), chain: z.string(), at: z.string(), chances: z.int() }),
  refusals: ['draw_unknown', 'draw_closed', 'number_unknown', 'salt_wrong'],
  limits: { perMinute: 60 },
  budget: { sequential: 7, total: 12 },
})

/** A chance for points. */
export const drawsBuyChance = operation({
  name: 'draws.buy-chance',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    drawId,
    /** What the member was shown that it takes. Where that has changed meanwhile, it is refused. */
    points: pointsCount,
  }),
  output: z.strictObject({ chances: z.int(), balance: z.int() }),
  refusals: [
    'draw_unknown',
    'draw_not_open',
    'chance_not_for_points',
    'chance_limit',
    'chances_enough',
    'chance_price_changed',
    'points_short',
  ],
  limits: { perMinute: 30 },
  budget: { sequential: 3, total: 5 },
})

/** What somebody won as a visitor comes to the member they have become. */
export const drawsClaim = operation({
  name: 'draws.claim',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({ prizes: z.array(bilingual) }),
  refusals: ['prizes_none'],
  limits: { perMinute: 30 },
  budget: { sequential: 5, total: 8 },
})

/** What the member has drawn, newest first, a page at a time, with the receipt of each. */
export const drawsMine = operation({
  name: 'draws.mine',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({ before: z.optional(number) }),
  output: z.strictObject({
    serverAt: z.string(),
    results: z.array(
      z.strictObject({
        drawId: z.string(),
        roundId: z.string(),
        number: z.int(),
        place: z.int(),
        chain: z.string(),
        prize: bilingual,
        isPrize: z.boolean(),
        at: z.string(),
      }),
    ),
    nextBefore: z.nullable(z.int()),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 4 },
})

/** One result with all that is needed to work it out again; another's only when the round is closed. */
export const drawsResult = operation({
  name: 'draws.result',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ roundId, number }),
  output: z.strictObject({
    serverAt: z.string(),
    rules: z.string(),
    commitment: z.string(),
    /** Told once the round is closed. */
    seed: z.nullable(z.string()),
    given: givenNumberRow,
    /** The chain before it. */
    before: z.string(),
    result: resultRow,
  }),
  refusals: ['draw_unknown', 'number_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 6 },
})

/** Winners with their names masked, newest first. */
export const drawsWinners = operation({
  name: 'draws.winners',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ roundId, before: z.optional(number) }),
  output: z.strictObject({ winners: z.array(winner), nextBefore: z.nullable(z.int()) }),
  refusals: ['draw_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 5 },
})

/** A page of the published file of a closed round; pages are put together to the whole. */
export const drawsProof = operation({
  name: 'draws.proof',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ roundId, after: z.optional(z.int().check(z.nonnegative(), z.lte(1_000_000_000))) }),
  output: z.strictObject({ part: drawFile, nextAfter: z.nullable(z.int()) }),
  refusals: ['draw_unknown', 'draw_not_closed'],
  limits: { perMinute: 60 },
  budget: { sequential: 4, total: 10 },
})

/** A manager publishes the commitment of a draw's next round before the clock would. */
export const drawsPrepare = operation({
  name: 'draws.prepare',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ drawId }),
  output: z.strictObject({ roundId: z.string(), commitment: z.string(), from: z.string(), until: z.string() }),
  refusals: ['draw_unknown', 'draw_over'],
  limits: { perMinute: 30 },
  budget: { sequential: 4, total: 6 },
})
