import { same, type Difference } from './differences/difference'
import { partDifferences } from './differences/parts'
import { frameDifferences, noticeDifferences, pointsDifferences, textsDifferences } from './differences/points'
import { tierDifferences } from './differences/tiers'
import type { Programme } from './schema'

/**
 * What another programme does otherwise than the live one, in sentences that a merchant understands; nothing for the same
 * programme. `adverse`: some member may get less by it, or it cannot be told.
 */
export function differences(live: Programme, draft: Programme): Difference[] {
  if (same(live, draft)) return []
  const found = [
    ...tierDifferences(live, draft),
    ...pointsDifferences(live, draft),
    ...partDifferences(live, draft),
    ...noticeDifferences(live, draft),
    ...frameDifferences(live, draft),
    ...textsDifferences(live, draft),
  ]
  return found.length > 0 ? found : [nothingThatCounts]
}

const nothingThatCounts: Difference = {
  path: '',
  zh: '只改了写法，规则没有变化',
  en: 'Only the way it is written, no rule changes',
  adverse: false,
}

export type { Difference } from './differences/difference'
