import * as z from 'zod/mini'
import { starsMax } from '../acts/contract'
import { operation } from '../kit/contract'
import { amountFen, bilingual, idText, pointsCount } from '../kit/fields'
import { codeText } from '../programme/parts/field'
import { askRefusals } from './sign-up'
import { voteRefusals } from './vote'

/** Where somebody stands with an event. */
const myPlace = z.strictObject({
  state: z.enum(['seat', 'offered', 'waiting', 'came']),
  guests: z.int(),
  /** Until when a seat waits to be taken. */
  until: z.nullable(z.string()),
  /** How many parties wait before this one. */
  ahead: z.nullable(z.int()),
  /** Points that giving it up now brings back. */
  back: z.int(),
})

/** A vote as its members see it; how many each option has is told once it is over. */
const ballot = z.strictObject({
  options: z.array(z.strictObject({ code: z.string(), name: bilingual, votes: z.nullable(z.int()) })),
  given: z.nullable(z.string()),
  changeable: z.boolean(),
  total: z.nullable(z.int()),
})

export const eventView = z.strictObject({
  id: z.string(),
  name: bilingual,
  kind: z.enum(['gathering', 'trial', 'vote']),
  about: z.nullable(bilingual),
  storeName: z.nullable(z.string()),
  place: z.nullable(bilingual),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Null: as many as come. */
  seats: z.nullable(z.int()),
  free: z.nullable(z.int()),
  waitingList: z.boolean(),
  waiting: z.int(),
  guestsMax: z.int(),
  /** What it costs a person. */
  points: z.int(),
  fen: z.int(),
  /** Until when giving a seat up brings its points back; null where it costs none. */
  backUntil: z.nullable(z.string()),
  closesAt: z.string(),
  /** From when on which tier and those above it may sign up, the earliest first. */
  windows: z.array(z.strictObject({ tier: bilingual, opensAt: z.string(), mine: z.boolean() })),
  /** What whoever asks may do now. */
  state: z.enum(['open', 'to-wait', 'full', 'not-open', 'closed', 'not-your-tier', 'barred', 'over']),
  /** When it opens for them, where it has not. */
  opensAt: z.nullable(z.string()),
  /** From when on somebody who did not come may sign up again. */
  barredUntil: z.nullable(z.string()),
  mine: z.nullable(myPlace),
  ballot: z.nullable(ballot),
  /** Whether whoever asks may say how it was. */
  reviewable: z.boolean(),
})
export type EventView = z.output<typeof eventView>

/** What there is to take part in, soonest first; past ones only where whoever asks was in them lately. */
export const eventsList = operation({
  name: 'events.list',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({}),
  output: z.strictObject({ serverAt: z.string(), isMember: z.boolean(), events: z.array(eventView) }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 5 },
})

/** One event, for anybody who has its link; a closed vote with its result. */
export const eventsRead = operation({
  name: 'events.read',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ eventId: codeText }),
  output: z.strictObject({
    serverAt: z.string(),
    isMember: z.boolean(),
    balance: z.int(),
    event: eventView,
  }),
  refusals: ['event_unknown'],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 5 },
})

/** What the member was shown that it takes in all. Where that has changed meanwhile, it is refused. */
const pointsShown = z.optional(pointsCount)

/** What came of a sign-up, and what it cost. */
const outcome = z.strictObject({
  state: z.enum(['seat', 'waiting']),
  ahead: z.nullable(z.int()),
  burned: z.int(),
  balance: z.int(),
})

/** Asks for seats, for oneself and guests; waits where there is a waiting list and too few are free. */
export const eventsSignUp = operation({
  name: 'events.sign-up',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ eventId: codeText, guests: z.int().check(z.nonnegative(), z.lte(20)), points: pointsShown }),
  output: outcome,
  refusals: ['event_unknown', ...askRefusals],
  limits: { perMinute: 20 },
  budget: { sequential: 5, total: 8 },
})

/** Wants to be told when sign-up opens for one's tier. */
export const eventsRemind = operation({
  name: 'events.remind',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ eventId: codeText }),
  output: z.strictObject({ opensAt: z.string() }),
  refusals: ['event_unknown', 'event_not_your_tier', 'event_open'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})

/** Takes the seat to which one has moved up. */
export const eventsConfirm = operation({
  name: 'events.confirm',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ eventId: codeText, points: pointsShown }),
  output: outcome,
  refusals: ['event_unknown', 'event_no_offer', 'event_price_changed', 'points_short'],
  limits: { perMinute: 20 },
  budget: { sequential: 5, total: 8 },
})

/** Gives the place up before it begins. */
export const eventsLeave = operation({
  name: 'events.leave',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ eventId: codeText }),
  output: z.strictObject({ returned: z.int(), balance: z.int() }),
  refusals: ['event_unknown', 'event_not_signed_up', 'event_begun'],
  limits: { perMinute: 20 },
  budget: { sequential: 4, total: 7 },
})

/** Votes, once; anew where the vote may be changed. */
export const eventsVote = operation({
  name: 'events.vote',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ eventId: codeText, option: codeText }),
  output: z.strictObject({ given: z.string() }),
  refusals: voteRefusals,
  limits: { perMinute: 20 },
  budget: { sequential: 8, total: 10 },
})

/** Says how it was, once, and after having come. */
export const eventsReview = operation({
  name: 'events.review',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    eventId: codeText,
    stars: z.int().check(z.gte(1), z.lte(starsMax)),
    text: z.optional(z.string().check(z.trim(), z.maxLength(500), z.regex(/^[^\u0000-\u0009\u000b-\u001f<>]*$/))),
  }),
  output: z.strictObject({ earned: z.int(), balance: z.int(), hidden: z.boolean() }),
  refusals: ['event_unknown', 'event_not_attended', 'event_reviewed', 'text_not_allowed'],
  limits: { perMinute: 10 },
  budget: { sequential: 9, total: 10 },
})

const standing = z.strictObject({ no: z.int(), name: z.string(), amount: z.int(), mine: z.boolean() })

/** Leaderboards with the last window that was judged, and challenges with how far one is. */
export const eventsBoards = operation({
  name: 'events.boards',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    boards: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        by: z.enum(['points-earned', 'spend', 'orders']),
        window: z.string(),
        /** The last day that counts. */
        lastDay: z.string(),
        winners: z.int(),
        prize: bilingual,
        /** Whether whoever asks is of a tier for which it is. */
        forMe: z.boolean(),
        /** What they have gathered in this window: points, orders, or money in fen. */
        amount: z.int(),
        judged: z.nullable(z.strictObject({ window: z.string(), places: z.array(standing) })),
      }),
    ),
    challenges: z.array(
      z.strictObject({
        code: z.string(),
        name: bilingual,
        of: z.enum(['orders', 'spend', 'points', 'check-ins', 'events']),
        have: z.int(),
        need: z.int(),
        lastDay: z.nullable(z.string()),
        done: z.boolean(),
        gives: z.nullable(bilingual),
        /** The tier to which finishing it gives a right. */
        tier: z.nullable(bilingual),
      }),
    ),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 4 },
})

/** Who comes today, as the door's list. */
export const eventsGuests = operation({
  name: 'events.guests',
  audience: 'staff',
  kind: 'query',
  roles: ['staff', 'manager'],
  input: z.strictObject({ storeId: idText }),
  output: z.strictObject({
    serverAt: z.string(),
    events: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        place: z.nullable(bilingual),
        startsAt: z.string(),
        endsAt: z.string(),
        /** Persons who sit, and who of them have come. */
        taken: z.int(),
        came: z.int(),
        guests: z.array(
          z.strictObject({
            no: z.int(),
            name: z.nullable(z.string()),
            memberNo: z.string(),
            party: z.int(),
            dueFen: z.int(),
            state: z.enum(['seat', 'offered', 'waiting', 'came']),
          }),
        ),
      }),
    ),
  }),
  refusals: ['store_not_yours'],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 3 },
})

/** A customer who was identified has come, and has paid what is due at the door. */
export const eventsCheckIn = operation({
  name: 'events.check-in',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    scanId: z.string().check(z.maxLength(600)),
    accountId: idText,
    eventId: codeText,
    paidFen: amountFen,
  }),
  output: z.strictObject({ name: bilingual, party: z.int(), earned: z.int() }),
  refusals: [
    'member_unknown',
    'scan_over',
    'own_card_needed',
    'event_unknown',
    'event_not_now',
    'event_not_signed_up',
    'event_waiting',
    'event_money_due',
  ],
  limits: { perMinute: 120 },
  budget: { sequential: 3, total: 5 },
})
