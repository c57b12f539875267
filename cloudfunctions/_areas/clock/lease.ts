import { addMilliseconds } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

/** Who may work off what is due: one instance at a time, for a bounded while, so that a crash blocks nobody for long. */
export type Lease = { _id: string; holder: string; until: string }

/** Takes the lease when it is free or over; null when somebody else is at work. */
export async function takeLease(effects: Effects, name: string, forMs: number): Promise<Lease | null> {
  const now = effects.now()
  const lease: Lease = {
    _id: name,
    holder: Buffer.from(effects.random(12)).toString('hex'),
    until: addMilliseconds(now, forMs),
  }
  const { holder, until } = lease
  const taken = await effects.store.change('leases', { _id: name, until: { lte: now } }, { set: { holder, until } })
  if (taken > 0) return lease
  return (await effects.store.insert('leases', [lease])) === 'inserted' ? lease : null
}

/** Gives it back, unless it has passed to somebody else meanwhile. */
export async function releaseLease(effects: Effects, lease: Lease): Promise<void> {
  await effects.store.change('leases', { _id: lease._id, holder: lease.holder }, { set: { until: effects.now() } })
}
