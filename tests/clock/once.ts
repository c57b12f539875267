import { each, members, type Outcome } from './mixed-shop'

/** Each thing as often as it has to be. */
export const onceEach: Outcome = {
  entries: {
    'coupon-issue': members + each,
    'coupon-lapse': each,
    'coupon-recall': each,
    'event-leave': 1,
    'event-offer': 1,
    'exchange-release': each,
    expire: each,
  },
  notices: { 'event-opens sent': 2, 'event-place sent': 1, 'points-expiring sent': each },
  messages: { 'event-opens': 2, 'event-place': 1, 'points-expiring': each },
  twice: [],
  stock: { taken: 0, held: 0 },
  seedsTold: 1,
  boardsGiven: 1,
  faults: [],
}

/**
 * What was cut off between asking the platform and hearing its answer is not asked for again, so that nothing is sent twice:
 * it stands in the inbox, and among the failures for the manager.
 */
export function oncePerNotice({ notices, messages, ...rest }: Outcome) {
  const counts = new Map<string, number>()
  for (const [what, count] of Object.entries(notices)) {
    const topic = what.split(' ')[0] as string
    counts.set(topic, (counts.get(topic) ?? 0) + count)
  }
  const tooMany = Object.entries(messages).filter(([topic, count]) => count > (counts.get(topic) ?? 0))
  return { ...rest, notices: Object.fromEntries(counts), tooMany }
}
