import type { Programme } from './schema'

/** How long before a change that takes something from members they are told of it, where the merchant says nothing. */
const usualNoticeDays = 30

/** The days of notice that a programme promises before somebody gets less. */
export function noticeDays({ notice }: Pick<Programme, 'notice'>): number {
  return notice?.days ?? usualNoticeDays
}
