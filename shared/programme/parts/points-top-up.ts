import * as z from 'zod/mini'
import { forTiers } from './aim'
import { count } from './field'
import { period } from './period'

/** On member day a balance that is nearly full is filled up, when the member claims it. */
export const pointsTopUp = z.strictObject({
  ...forTiers,
  when: period,
  per: z.enum(['month', 'quarter', 'year']),
  /** A balance from–to becomes so much. */
  bands: z.array(z.strictObject({ from: count, to: count, becomes: count })).check(z.minLength(1), z.maxLength(20)),
  /** From a balance on, its upper part of every step becomes the next full step. */
  above: z.optional(z.strictObject({ from: count, step: count, upper: count })),
})
export type PointsTopUp = z.output<typeof pointsTopUp>
