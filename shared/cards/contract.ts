import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { idText } from '../kit/fields'
import { tierFace } from '../tiers/contract'

const sharedKinds = ['family', 'couple', 'corporate'] as const
const cardModes = ['pooled', 'separate'] as const

/** A card that the member may show, with what its points come to and whose it is. */
export const card = z.strictObject({
  /** Stays the same when the card is reissued, so that a phone finds the card it chose. */
  cardId: z.string(),
  cardNo: z.string(),
  kind: z.enum(['own', ...sharedKinds]),
  /** The card's own name, where it has one. */
  title: z.nullable(z.string()),
  tier: tierFace,
  points: z.int(),
  holderName: z.nullable(z.string()),
  /** Who shares it; null for the member's own card. */
  shared: z.nullable(
    z.strictObject({
      role: z.enum(['main', 'sub']),
      mode: z.enum(cardModes),
      /** Whoever opened it, a company by its name. */
      ownerName: z.nullable(z.string()),
      /** How many people hold it, whoever opened it included. */
      people: z.int(),
      /** True until staff have made sure of the relationship; such a card shows no code. */
      pending: z.boolean(),
    }),
  ),
  /** Since when it is reported lost; such a card shows no code. */
  frozenAt: z.nullable(z.string()),
  /** Key of the code's tag and of the typed time code; null while the card is frozen or pending. */
  secret: z.nullable(z.string()),
})
export type Card = z.output<typeof card>

const cardsHeld = z.strictObject({
  /** The server's time, by which the phone corrects its clock. */
  serverAt: z.string(),
  /** The member's own card first. */
  cards: z.array(card).check(z.minLength(1)),
  /** Kinds of shared cards that the member may open now, and how points may be shared on them. */
  offers: z.array(z.strictObject({ kind: z.enum(sharedKinds), modes: z.array(z.enum(cardModes)) })),
})

/** What the member's phone needs to show its codes without a network: kept on the phone, sent to no other. */
export const cardsMine = operation({
  name: 'cards.mine',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: cardsHeld,
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 3, total: 4 },
})

/** The member reports their card lost: it is frozen at once. A card that is frozen already stays so. */
export const cardsReportLost = operation({
  name: 'cards.report-lost',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({}),
  output: cardsHeld,
  refusals: [],
  limits: { perMinute: 10 },
  budget: { sequential: 3, total: 5 },
})

/** What the till knows of a customer's card: the end of its number, and since when it is frozen. */
export const cardFace = z.strictObject({ tail: z.string(), frozenAt: z.nullable(z.string()) })

/** The customer whom the till has identified: by the pass that the cloud gave for them. */
const identified = { scanId: z.string().check(z.maxLength(600)), accountId: idText }

/** An employee freezes the card of a customer who has told them that it is lost. */
export const cardsFreeze = operation({
  name: 'cards.freeze',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject(identified),
  output: cardFace,
  refusals: ['scan_over', 'member_unknown', 'own_card_needed'],
  limits: { perMinute: 30 },
  budget: { sequential: 2, total: 4 },
})

export const reissueChecks = ['id-card', 'passport', 'phone', 'known'] as const

/** Replaces a frozen card by one with a new number, after the employee has made sure who it is. Nothing else changes. */
export const cardsReissue = operation({
  name: 'cards.reissue',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  /** How the employee made sure; what was on the paper is not asked for. */
  input: z.strictObject({ ...identified, check: z.enum(reissueChecks) }),
  output: cardFace,
  refusals: ['scan_over', 'member_unknown', 'card_not_frozen', 'own_card_needed'],
  limits: { perMinute: 30 },
  budget: { sequential: 2, total: 4 },
})
