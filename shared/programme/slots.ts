/** The faces that a tier's card may have, the plainest first. */
export const tierSlots = ['regular', 'bronze', 'silver', 'gold', 'platinum', 'diamond', 'black'] as const
export type TierSlot = (typeof tierSlots)[number]
