import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText, nameText, sceneText } from '../kit/fields'
import { requirement, tierFace } from '../tiers/contract'

export const shopFace = z.strictObject({
  name: z.string(),
  storeName: z.nullable(z.string()),
  brand: z.nullable(z.string()),
})

/** What makes a friend's joining count; null where joining alone does. */
export const qualifyingOrder = z.nullable(z.strictObject({ fromFen: z.int(), withinDays: z.int() }))

const store = z.strictObject({ id: idText, name: nameText })

/**
 * Founds the shop: its name, stores and the programme it starts from. Works once, for whoever holds the one-time claim
 * code; the caller becomes the first manager.
 */
export const shopFound = operation({
  name: 'shop.found',
  audience: 'manager',
  kind: 'command',
  roles: ['visitor'],
  input: z.strictObject({
    claimCode: z.string().check(z.minLength(8), z.maxLength(64)),
    name: nameText,
    managerName: nameText,
    preset: idText,
    stores: z.array(store).check(z.minLength(1), z.maxLength(500)),
  }),
  output: z.strictObject({ name: z.string(), programmeVersion: z.int(), stores: z.array(store) }),
  refusals: ['claim_code_wrong', 'shop_already_founded', 'preset_unknown', 'store_ids_repeat'],
  limits: { perMinute: 5 },
  budget: { sequential: 6, total: 10 },
})

/** A key for a till or shop system; the secret is shown this once. */
export const posKeysIssue = operation({
  name: 'pos-keys.issue',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ label: nameText, storeIds: z.array(idText).check(z.minLength(1), z.maxLength(500)) }),
  output: z.strictObject({ keyId: z.string(), secret: z.string() }),
  refusals: ['store_unknown', 'store_not_yours'],
  limits: { perMinute: 10 },
  budget: { sequential: 3, total: 5 },
})

/** Ends a key: from now on nothing signed with it is taken. */
export const posKeysRevoke = operation({
  name: 'pos-keys.revoke',
  audience: 'manager',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ keyId: idText }),
  output: z.strictObject({ keyId: z.string(), revokedAt: z.string() }),
  refusals: ['pos_key_not_found'],
  limits: { perMinute: 10 },
  budget: { sequential: 3, total: 5 },
})

/** What a visitor sees before joining: the shop, where the code came from, what there is to get, the terms in force. */
export const shopWelcome = operation({
  name: 'shop.welcome',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ scene: z.optional(sceneText) }),
  output: z.strictObject({
    shop: shopFace,
    /** The store and employee, or the friend, whose code it was, this time or the first time; null when the visitor came by themselves. */
    from: z.nullable(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('store'), storeName: z.string(), staffName: z.nullable(z.string()) }),
        z.strictObject({
          kind: z.literal('friend'),
          /** Masked, unless the friend wished to show it. */
          name: z.nullable(z.string()),
          /** `own`: the caller's own link. `member`: the caller is a member already and gets nothing for it. */
          state: z.enum(['open', 'own', 'member']),
          /** What somebody gets who joins by it and orders; null where the shop rewards nothing. */
          offer: z.nullable(z.strictObject({ gives: z.array(bilingual), order: qualifyingOrder })),
        }),
      ]),
    ),
    /** False for a code that is none of this shop's: the page says so, and the visitor may join all the same. */
    sceneKnown: z.boolean(),
    tiers: z.array(
      z.strictObject({
        ...tierFace.shape,
        match: z.nullable(z.enum(['any', 'all'])),
        requirements: z.array(requirement),
        pointsPerYuan: z.number(),
        discountPercent: z.int(),
        benefits: z.array(z.strictObject({ code: z.string(), text: bilingual })),
      }),
    ),
    enrolmentPoints: z.int(),
    /** What those points are worth as money off; null where points are no money. */
    enrolmentWorthFen: z.nullable(z.int()),
    phone: z.strictObject({ needed: z.boolean(), byText: z.boolean() }),
    terms: z.strictObject({ termsVersion: z.string(), privacyVersion: z.string() }),
  }),
  refusals: [],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 5 },
})

/** The text of the terms or of the privacy policy, in the version in force. */
export const shopTerms = operation({
  name: 'shop.terms',
  audience: 'member',
  kind: 'query',
  roles: ['visitor', 'member'],
  input: z.strictObject({ document: z.enum(['terms', 'privacy']) }),
  output: z.strictObject({
    version: z.string(),
    title: bilingual,
    sections: z.array(z.strictObject({ heading: bilingual, text: bilingual })),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 3 },
})
