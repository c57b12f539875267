import type { FailureGroup } from '@shared/messages/failures-contract'
import type { Translate } from '@/kit/i18n'

/** By which way, and whether it is known not to have left. */
export function groupWords({ state, channel }: FailureGroup, t: Translate): string {
  return [...(channel ? [t(`sending.${channel}`)] : []), t(`sending.${state}`)].join(' · ')
}

/** Names a group among the others. */
export function groupKey({ state, channel }: FailureGroup): string {
  return `${state}-${channel ?? 'none'}`
}
