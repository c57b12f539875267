import { operations } from '../../shared/operations'
import { actCommands } from '../acts/act-crashes'
import { checkInCommands } from '../checkins/check-in-crashes'
import { couponCommands } from '../coupons/coupon-crashes'
import { mallCommands } from '../rewards/mall-crashes'
import type { Shop } from '../support/shop'

/** Areas whose commands move what members hold: each is killed at every call that it makes to the database. */
const areas = ['acts', 'benefits', 'checkins', 'coupons', 'rewards']

it('every command about acts, entitlements, check-ins, coupons and rewards is killed at each of its calls', () => {
  const unopened = { cloud: {}, till: {} } as Shop
  const plans = [actCommands, checkInCommands, couponCommands, mallCommands]
  const planned = plans.flatMap(({ commands }) => Object.values(commands?.(unopened) ?? {}))
  const killed = new Set(planned.map(({ operation }) => operation))
  const commands = operations.filter(({ name, kind }) => kind === 'command' && areas.includes(name.split('.')[0] ?? ''))
  expect(commands.length).toBeGreaterThan(15)
  expect(commands.map(({ name }) => name).filter((name) => !killed.has(name))).toEqual([])
})
