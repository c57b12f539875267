import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual, idText } from '../kit/fields'

/** What the tier lets a member have each month, and what of it is left. */
export const entitlementView = z.strictObject({
  code: z.string(),
  name: bilingual,
  count: z.int(),
  used: z.int(),
  left: z.int(),
})

/** The customer had a monthly entitlement: the employee ticks it off. */
export const benefitsTick = operation({
  name: 'benefits.tick',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({ scanId: z.string().check(z.maxLength(600)), accountId: idText, code: idText }),
  output: z.strictObject({
    tickId: z.string(),
    undoUntil: z.string(),
    entitlements: z.array(entitlementView),
  }),
  refusals: [
    'member_unknown',
    'scan_over',
    'own_card_needed',
    'tick_needs_code',
    'card_frozen',
    'card_reissued',
    'card_left',
    'card_unchecked',
    'entitlement_unknown',
    'entitlement_used',
  ],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 4 },
})

/** Takes a tick back that the same employee made by mistake within the last five minutes. */
export const benefitsUntick = operation({
  name: 'benefits.untick',
  audience: 'staff',
  kind: 'command',
  roles: ['staff', 'manager'],
  input: z.strictObject({
    tickId: z.string().check(z.regex(/^tick:[A-Za-z0-9_.:-]{1,200}$/)),
    accountId: idText,
  }),
  output: z.strictObject({ entitlements: z.array(entitlementView) }),
  refusals: ['tick_unknown', 'untick_over'],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 5 },
})
