import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, nameText } from '../kit/fields'

const kind = z.enum(['family', 'couple', 'corporate'])
const mode = z.enum(['pooled', 'separate'])

/** A member opens a card that others may hold with them. */
export const cardsOpenShared = operation({
  name: 'cards.open-shared',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ kind, mode, title: z.optional(nameText) }),
  output: z.strictObject({ cardId: z.string() }),
  refusals: ['card_kind_not_offered', 'card_mode_not_offered', 'card_kind_held', 'organisation_needed'],
  limits: { perMinute: 10 },
  budget: { sequential: 7, total: 9 },
})

/** A code by which one person takes the card up: good once and for a day. */
export const cardsInvite = operation({
  name: 'cards.invite',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ cardId: idText }),
  output: z.strictObject({ code: z.string(), goodUntil: z.string() }),
  refusals: ['card_not_held', 'card_full'],
  limits: { perMinute: 10 },
  budget: { sequential: 3, total: 4 },
})

/** Takes a card up. Where staff check relationships, it shows no code before they have. */
export const cardsJoin = operation({
  name: 'cards.join',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ code: z.string().check(z.regex(/^[A-Z2-9]{10}$/)) }),
  output: z.strictObject({ cardId: z.string(), pending: z.boolean() }),
  refusals: ['card_code_unknown', 'card_code_over', 'card_code_used', 'card_code_own', 'card_kind_held', 'card_full'],
  limits: { perMinute: 10 },
  budget: { sequential: 11, total: 13 },
})

const settled = z.strictObject({
  /** Points that went to whoever left. */
  moved: z.int(),
})

/** A holder gives the card back and takes their points along; whoever opened it closes it, once nobody else holds it. */
export const cardsLeave = operation({
  name: 'cards.leave',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ cardId: idText }),
  output: settled,
  refusals: ['card_not_held', 'card_has_holders'],
  limits: { perMinute: 10 },
  budget: { sequential: 8, total: 10 },
})

/** Whoever opened the card lets a holder go, who takes their points along. */
export const cardsRemoveHolder = operation({
  name: 'cards.remove-holder',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({ cardId: idText, holderId: idText }),
  output: settled,
  refusals: ['card_not_held'],
  limits: { perMinute: 10 },
  budget: { sequential: 8, total: 10 },
})

const use = z.strictObject({
  id: z.string(),
  seq: z.int(),
  at: z.string(),
  kind: z.enum(['purchase', 'refund', 'swap', 'swap-back', 'joined', 'checked', 'left', 'settled']),
  holderId: z.string(),
  holderName: z.nullable(z.string()),
  /** What was earned and burned; a refund's are negative. */
  earned: z.int(),
  burned: z.int(),
  amountFen: z.nullable(z.int()),
  storeName: z.nullable(z.string()),
  /** What was swapped for. */
  what: z.nullable(bilingual),
})
export type CardUse = z.output<typeof use>

/** Who holds a card and what each did with it, newest first. Whoever opened it sees all, a holder their own. */
export const cardsHistory = operation({
  name: 'cards.history',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({
    cardId: idText,
    /** The `nextBefore` of the page before. */
    before: z.optional(z.int().check(z.positive())),
  }),
  output: z.strictObject({
    serverAt: z.string(),
    card: z.strictObject({
      cardId: z.string(),
      kind,
      mode,
      role: z.enum(['main', 'sub']),
      title: z.nullable(z.string()),
      ownerName: z.nullable(z.string()),
      /** What the card's pool comes to; what they have of their own where it is separate. */
      points: z.int(),
      holdersMax: z.int(),
      people: z.int(),
    }),
    /** Those who were invited and hold it; a holder sees themselves alone. */
    holders: z.array(
      z.strictObject({
        holderId: z.string(),
        name: z.nullable(z.string()),
        since: z.string(),
        pending: z.boolean(),
        earned: z.int(),
        burned: z.int(),
        /** What would go with them if they left now. */
        share: z.int(),
      }),
    ),
    uses: z.array(use),
    nextBefore: z.nullable(z.int()),
  }),
  refusals: ['card_not_held'],
  limits: { perMinute: 60 },
  budget: { sequential: 4, total: 5 },
})

export const relationshipChecks = ['household-book', 'certificate', 'id-card', 'known'] as const

/** A holder of a family card whose relationship staff have not made sure of yet. */
export const holderToCheck = z.strictObject({ cardId: z.string(), holderId: z.string(), name: z.nullable(z.string()) })

/** An employee makes sure that a holder belongs to the family of the customer whom they have identified. */
export const cardsCheckRelationship = operation({
  name: 'cards.check-relationship',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  /** How the employee made sure; what was on the paper is not asked for. */
  input: z.strictObject({
    scanId: z.string().check(z.maxLength(600)),
    accountId: idText,
    cardId: idText,
    holderId: idText,
    check: z.enum(relationshipChecks),
  }),
  output: z.strictObject({ holderId: z.string() }),
  refusals: ['scan_over', 'member_unknown', 'own_card_needed', 'card_not_held'],
  limits: { perMinute: 30 },
  budget: { sequential: 2, total: 4 },
})
