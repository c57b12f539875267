import type { Bilingual } from '../../kit/fields'
import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** A funnel whose steps lead on: everybody stands on the first, whoever asked on the next, and orders lead further. */
export function funnelSteps({ segments }: Programme): Fault[] {
  const steps = segments?.funnel ?? []
  return steps.flatMap(({ fromOrders, whenAsked }, index) => {
    const at = (field: string, why: Bilingual) => [{ path: pathText(['segments', 'funnel', index, field]), ...why }]
    if (fromOrders !== undefined && whenAsked) return at('whenAsked', both)
    if (index === 0)
      return fromOrders !== undefined || whenAsked ? at(whenAsked ? 'whenAsked' : 'fromOrders', first) : []
    const before = steps[index - 1]
    if (fromOrders === undefined) {
      if (!whenAsked) return at('fromOrders', nothing)
      return index === 1 ? [] : at('whenAsked', askedSecond)
    }
    return fromOrders > (before?.fromOrders ?? 0) ? [] : at('fromOrders', rising)
  })
}

const first: Bilingual = { zh: '第一步要对所有人开放，不设条件', en: 'Everybody stands on the first step' }
const both: Bilingual = { zh: '咨询和订单数只能选一种', en: 'A step is for those who asked or for orders, not both' }
const nothing: Bilingual = { zh: '要写明从几单起', en: 'Say from how many orders on' }
const askedSecond: Bilingual = { zh: '咨询只能是第二步', en: 'Those who asked stand on the second step' }
const rising: Bilingual = { zh: '每一步的订单数要比上一步多', en: 'Each step asks for more orders than the one before' }
