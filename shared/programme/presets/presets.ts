import type { Programme } from '../schema'
import { demoTea } from './demo-tea'
import { expressCourier } from './express-courier'

/** Every programme that a merchant can start from, by id. */
export const presets: Readonly<Record<string, Programme>> = {
  [expressCourier.id]: expressCourier,
  [demoTea.id]: demoTea,
}
