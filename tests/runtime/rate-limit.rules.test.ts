import * as fc from 'fast-check'
import { allowedNow, bucketsMax, keep, takeToken, type Bucket } from '../../cloudfunctions/_runtime/rate-limit'
import { database } from '../../cloudfunctions/database'
import { modelEffects } from '../../localcloud/model/effects'
import { memoryStore } from '../../localcloud/model/store'
import type { Operation } from '../../shared/kit/contract'

const start = Date.parse('2026-11-22T08:00:00.000Z')

describe('a bucket', () => {
  it('gives as many tokens at once as the limit, then asks to wait until the next one', () => {
    let bucket: Bucket | undefined
    for (let call = 0; call < 6; call += 1) {
      const taken = takeToken(bucket, { nowMs: start, perMinute: 6 })
      expect(taken.waitMs).toBe(0)
      bucket = taken.bucket
    }
    expect(takeToken(bucket, { nowMs: start, perMinute: 6 }).waitMs).toBe(10_000)
    expect(takeToken(bucket, { nowMs: start + 9_999, perMinute: 6 }).waitMs).toBe(1)
    expect(takeToken(bucket, { nowMs: start + 10_000, perMinute: 6 }).waitMs).toBe(0)
  })

  it('gains nothing from a clock that went back', () => {
    const empty = { tokens: 0, atMs: start }
    expect(takeToken(empty, { nowMs: start - 600_000, perMinute: 6 }).waitMs).toBe(10_000)
  })

  it('never lets more through than the limit and what was gained since', () => {
    const gaps = fc.array(fc.nat(20_000), { maxLength: 200 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 60 }), (waits, perMinute) => {
        let [nowMs, through] = [start, 0]
        let bucket: Bucket | undefined
        for (const wait of waits) {
          nowMs += wait
          const taken = takeToken(bucket, { nowMs, perMinute })
          bucket = taken.bucket
          if (taken.waitMs === 0) through += 1
        }
        expect(through).toBeLessThanOrEqual(perMinute + ((nowMs - start) * perMinute) / 60_000 + 1e-6)
      }),
    )
  })

  it('lets a call through after the wait that it asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 600 }),
        (tokens, perMinute) => {
          const { waitMs } = takeToken({ tokens, atMs: start }, { nowMs: start, perMinute })
          expect(takeToken({ tokens, atMs: start }, { nowMs: start + waitMs, perMinute }).waitMs).toBe(0)
        },
      ),
    )
  })
})

describe('the instance’s memory of buckets', () => {
  it('stays bounded and forgets the bucket unused longest', () => {
    const buckets = new Map<string, Bucket>()
    for (let person = 0; person < bucketsMax; person += 1) keep(buckets, `p${person}`, { tokens: 1, atMs: start })
    keep(buckets, 'p0', { tokens: 0, atMs: start })
    keep(buckets, 'newcomer', { tokens: 1, atMs: start })
    expect(buckets.size).toBe(bucketsMax)
    expect([buckets.has('p0'), buckets.has('p1'), buckets.has('newcomer')]).toEqual([true, false, true])
  })
})

describe('the door’s question', () => {
  const operation = (name: string) => ({ name, limits: { perMinute: 2 } }) as Operation
  const now = '2026-11-22T08:00:00.000Z'

  it('is answered for each person and operation apart', () => {
    const { effects } = modelEffects({ store: memoryStore(database), now })
    const ask = (name: string, person: string) => allowedNow({ effects, operation: operation(name), now }, person)
    expect([ask('a', 'anna').ok, ask('a', 'anna').ok]).toEqual([true, true])
    expect(ask('a', 'anna')).toEqual({ ok: false, refusal: 'rate_limited', details: { seconds: 30 } })
    expect([ask('b', 'anna').ok, ask('a', 'bert').ok]).toEqual([true, true])
  })
})
