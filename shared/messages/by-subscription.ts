import type { Message, OccasionName } from '../programme/parts/messages'
import type { Programme } from '../programme/schema'
import { hasOwn } from './built-in'
import type { Topic } from './topics'

/** What each occasion of a programme tells of. */
const topicOf: { readonly [Name in OccasionName]: Topic } = {
  enrolled: 'welcome',
  arrived: 'greeting',
  'tier-reached': 'tier-upgraded',
  birthday: 'birthday',
  festival: 'festival',
  'points-expiring': 'points-expiring',
  'coupon-expiring': 'coupon-expiring',
  'term-ending': 'term-ending',
  event: 'event-soon',
  'points-short': 'points-short',
  inactive: 'win-back',
  every: 'news',
}

/** What the system tells by itself, whatever the programme says. */
const always: readonly Topic[] = ['card-used', 'event-place', 'event-opens', 'check-in', 'restock', 'follow-up']

/**
 * The topics of which something may come by subscription message. Promotion never does, so nobody is asked to accept messages
 * of a topic under which the programme has nothing but promotion, or nothing at all.
 */
export function topicsBySubscription(programme: Programme): Topic[] {
  const { list = [] } = programme.messages ?? {}
  const own = list.filter(({ purpose, channels }) => purpose === 'service' && channels.includes('subscription'))
  return topicsOfMessages(programme, own)
}

/** The topics of which a programme tells anything at all, whatever way it goes: those that a member may have an opinion about. */
export function topicsTold(programme: Programme): Topic[] {
  return topicsOfMessages(programme, programme.messages?.list ?? [])
}

function topicsOfMessages(programme: Programme, own: readonly Message[]): Topic[] {
  const occasions = [...builtInOccasions(programme), ...own.map(({ on }) => on.kind)]
  return [...new Set([...always, ...occasions.map((occasion) => topicOf[occasion])])]
}

/** What the system tells by itself where the programme has no message of its own for a tier. */
function builtInOccasions(programme: Programme): OccasionName[] {
  const occasions = ['tier-reached', 'points-expiring', 'term-ending'] as const
  return occasions.filter((occasion) =>
    programme.tiers.some(({ id: tierId, term }) => {
      const isTold = occasion !== 'term-ending' || term?.warnDays !== undefined
      return isTold && !hasOwn(programme, { tierId }, occasion)
    }),
  )
}
