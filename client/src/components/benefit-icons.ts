import type { IconName } from './icons'

/** The picture of a benefit that a programme describes; a code of the merchant's own gets a star. */
export function benefitIcon(code: string): IconName {
  return known.find(([pattern]) => pattern.test(code))?.[1] ?? 'star'
}

const known: readonly [RegExp, IconName][] = [
  [/birthday/, 'cake'],
  [/coupon/, 'ticket'],
  [/seat|queue/, 'seat'],
  [/early|first|priority/, 'clock'],
  [/agent|advis|service/, 'headset'],
  [/deliver|express|pick/, 'truck'],
  [/gift|upsize|tea-set/, 'gift'],
  [/activit|event/, 'sparkle'],
]
