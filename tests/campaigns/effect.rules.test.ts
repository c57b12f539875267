import { addMembers, effectOf, isMeasured, noSums, type Measured } from '../../shared/campaigns/effect'
import { isControl } from '../../shared/campaigns/control'
import { campaignOf } from '../support/campaigns'

const campaign = campaignOf('spring', {
  when: { kind: 'dates', from: '2026-03-01', to: '2026-03-31' },
  control: { percent: 50 },
}) as Measured

/** Somebody who spent so many CNY on a day. */
const member = (accountId: string, yuan: number, day = '2026-03-10', enrolledAt = '2026-01-01T00:00:00.000Z') => ({
  accountId,
  enrolledAt,
  days: [{ day, spendFen: yuan * 100, orders: 1, pointsEarned: 0 }],
})
const ids = Array.from({ length: 400 }, (_, index) => `account-${index}`)
const treated = (id: string) => !isControl(campaign, id)

it('is the difference of what members of both groups spend on average, with the bounds of 95 of 100 cases', () => {
  const members = ids.map((id, index) => member(id, (treated(id) ? 120 : 100) + (index % 2 === 0 ? 10 : -10)))
  const sums = addMembers(noSums, campaign, members)
  const figures = (isOf: (id: string) => boolean) =>
    members.filter(({ accountId }) => isOf(accountId)).map(({ days }) => (days[0]?.spendFen ?? 0) / 100)
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  const error = (all: number[]) =>
    all.reduce((sum, one) => sum + (one - mean(all)) ** 2, 0) / (all.length - 1) / all.length
  const [with_, without] = [figures(treated), figures((id) => !treated(id))]
  const more = mean(with_) - mean(without)
  const margin = 1.959964 * Math.sqrt(error(with_) + error(without))
  const effect = effectOf(sums)
  expect(effect?.more).toBeCloseTo(more, 9)
  expect(effect?.from).toBeCloseTo(more - margin, 9)
  expect(effect?.to).toBeCloseTo(more + margin, 9)
  expect(effect?.from).toBeGreaterThan(10)
})

it('comes to the same in pages of any size', () => {
  const members = ids.map((id, index) => member(id, index))
  const whole = addMembers(noSums, campaign, members)
  const paged = members.reduce((sums, one) => addMembers(sums, campaign, [one]), noSums)
  expect(paged).toEqual(whole)
})

it('counts only whoever was a member before it began, and only the days while it ran', () => {
  const out = addMembers(noSums, campaign, [member('late', 100, '2026-03-10', '2026-03-01T00:00:00.000Z')])
  expect(out).toEqual(noSums)
  const before = addMembers(noSums, campaign, [
    member('account-1', 100, '2026-02-28'),
    member('account-2', 100, '2026-04-01'),
  ])
  expect(before.treated.members + before.control.members).toBe(2)
  expect([before.treated.mean, before.control.mean]).toEqual([0, 0])
})

it('says nothing while a group has fewer than thirty', () => {
  expect(
    effectOf(
      addMembers(
        noSums,
        campaign,
        ids.slice(0, 40).map((id) => member(id, 1)),
      ),
    ),
  ).toBeNull()
})

it('is asked only of a campaign with a control group, a first and a last day', () => {
  expect(isMeasured(campaign)).toBe(true)
  expect(isMeasured({ ...campaign, when: { kind: 'always' } })).toBe(false)
  expect(isMeasured(campaignOf('plain', { when: campaign.when }))).toBe(false)
})
