import { useShop, wakeClock } from '../support/shop'
import { mixedShop, outcomeOf, startedAt } from './mixed-shop'
import { oncePerNotice, onceEach } from './once'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
beforeAll(async () => {
  await mixedShop(shop)
  await cloud.control('snapshot', { name: 'stopped' })
}, 600_000)

/** The first tick after the absence, killed at each of its database calls, each time in a shop as it was then. */
it.each([false, true])(
  'a tick that is killed at any of its database calls (after it: %s) loses nothing and does nothing twice',
  async (after) => {
    let kills = 0
    for (let atCall = 1, struck = true; struck; atCall += 1) {
      await cloud.control('restore', { name: 'stopped' })
      await cloud.setClock(startedAt)
      await cloud.plant({ function: 'clock', atCall, kind: 'kill', after })
      await wakeClock(cloud)
      struck = (await cloud.control('faults')).length === 0
      await cloud.control('faults', undefined, 'DELETE')
      // Longer than a lease and than any job rests, four times.
      for (let wakes = 0; wakes < 4; wakes += 1) {
        await cloud.advance(150_000)
        await wakeClock(cloud)
      }
      const outcome = oncePerNotice(await outcomeOf(cloud))
      expect({ atCall, ...outcome }).toEqual({ atCall, ...oncePerNotice(onceEach) })
      if (struck) kills += 1
    }
    process.stdout.write(
      `\na tick killed at each of ${kills} database calls, ${after ? 'after' : 'before'} it: once each\n`,
    )
    expect(kills).toBeGreaterThan(50)
  },
  7_200_000,
)
