import { posOperations } from '../../shared/operations'
import { recordPurchases } from '../_areas/purchases/record'

/** What tills and shop systems send, over signed HTTP. */
export const tillsDoor = { operations: posOperations, handlers: { 'purchases.record': recordPurchases } }
