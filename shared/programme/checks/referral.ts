import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/**
 * Rewards for joining alone feed farms of straw members: they need a proved phone number and a limit. A step stands once,
 * or it would be given by the one and taken back by the other.
 */
export function referralTerms({ referral, enrolment }: Programme): Fault[] {
  if (!referral) return []
  const { completedBy, limits, steps = [] } = referral
  const joining = completedBy.act === 'joining'
  const open: Fault[] =
    joining && (enrolment.phone !== 'needed' || !limits)
      ? [
          {
            path: pathText(['referral', 'completedBy', 'act']),
            zh: '入会就奖励，必须要求手机号并设奖励上限，否则会被刷',
            en: 'Rewards for joining alone need a phone number and a limit, or straw members will feed on them',
          },
        ]
      : []
  const twice = steps.flatMap(({ friends }, index): Fault[] =>
    steps.findIndex((one) => one.friends === friends) < index
      ? [
          {
            path: pathText(['referral', 'steps', index, 'friends']),
            zh: `「满 ${friends} 人」重复了`,
            en: `There is another step at ${friends} friends`,
          },
        ]
      : [],
  )
  return [...open, ...twice]
}
