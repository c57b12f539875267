import type { Programme } from '../programme/schema'

export type Stage = NonNullable<NonNullable<Programme['segments']>['funnel']>[number]

/** What decides where somebody stands: whether staff noted that they asked, and how many of their orders are closed. */
export type FunnelFacts = { asked: boolean; orders: number }

/** The steps of a programme's funnel, from the first visit to the loyal customer; none where it has no funnel. */
export function stagesOf({ segments }: Pick<Programme, 'segments'>): readonly Stage[] {
  return segments?.funnel ?? []
}

/**
 * The last step that is reached. An order leads further than a question, and whoever's orders were all given back stands
 * where they asked. Null where the programme has no funnel.
 */
export function stageOf(stages: readonly Stage[], { asked, orders }: FunnelFacts): string | null {
  const reached = stages.filter(({ fromOrders, whenAsked }) => {
    if (fromOrders !== undefined) return orders >= fromOrders
    return !whenAsked || asked
  })
  return reached.at(-1)?.id ?? null
}
