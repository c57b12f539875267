import type * as z from 'zod/mini'
import type { Bilingual } from '../../../kit/fields'

/**
 * One kind of thing that a programme gives: its arguments, and how it is said. A new kind is one file beside this one
 * and a line in `../effects.ts`.
 */
export type EffectKind<Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>> = {
  kind: Kind
  schema: Schema
  words: (effect: z.output<Schema>) => Bilingual
}

export function effectKind<const Kind extends string, Schema extends z.ZodMiniType<{ kind: Kind }>>(
  kind: EffectKind<Kind, Schema>,
): EffectKind<Kind, Schema> {
  return kind
}
