import * as z from 'zod/mini'
import type { Bilingual } from '../../../kit/fields'
import { codes, codeText } from '../field'

/**
 * One kind of benefit that a tier has: its arguments, and how it is said. A new kind is one file beside this one and a
 * line in `../benefits.ts`.
 */
export type BenefitKind<Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>> = {
  kind: Kind
  schema: Schema
  words: (benefit: z.output<Schema>) => Bilingual
}

export function benefitKind<const Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>>(
  kind: BenefitKind<Kind, Schema>,
): BenefitKind<Kind, Schema> {
  return kind
}

/**
 * What every benefit may say: its code, by which a higher tier replaces it (its kind where it has none), and which other
 * benefits of lower tiers it takes the place of.
 */
export const standing = { code: z.optional(codeText), replaces: z.optional(codes) }
