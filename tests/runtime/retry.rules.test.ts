import * as fc from 'fast-check'
import { retry, waitMs } from '../../cloudfunctions/_runtime/retry'
import { StoreBusy } from '../../cloudfunctions/_runtime/store'
import { TransactionConflict, untilCommitted } from '../../cloudfunctions/_runtime/transaction-tries'

const terms = { tries: 3, fromMs: 10, upToMs: 80, again: () => true, random: () => 0.5 }

describe('a retry', () => {
  it('gives the first success and waits once for each failure before it', async () => {
    const waits: number[] = []
    const work = async (attempt: number) => {
      if (attempt < 2) throw new Error('not yet')
      return `try ${attempt}`
    }
    expect(await retry(work, { ...terms, sleep: async (ms) => void waits.push(ms) })).toBe('try 2')
    expect(waits).toEqual([45, 85])
  })

  it('throws the last error when the tries are used up, without waiting after it', async () => {
    const waits: number[] = []
    const work = async (attempt: number) => {
      throw new Error(`try ${attempt}`)
    }
    await expect(retry(work, { ...terms, sleep: async (ms) => void waits.push(ms) })).rejects.toThrow('try 2')
    expect(waits).toHaveLength(2)
  })

  it('throws at once what does not deserve another try', async () => {
    let tries = 0
    const work = async () => {
      tries += 1
      throw new Error('wrong')
    }
    await expect(retry(work, { ...terms, again: () => false, sleep: async () => undefined })).rejects.toThrow('wrong')
    expect(tries).toBe(1)
  })

  it('waits between the least and a most that doubles with each try', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, luck) => {
        const ms = waitMs(attempt, { fromMs: 10, upToMs: 80, random: () => luck })
        expect(Number.isInteger(ms) && ms >= 10 && ms <= 80 * 2 ** attempt).toBe(true)
      }),
    )
    expect(waitMs(0, { ...terms, random: () => 0 })).toBe(10)
    expect(waitMs(3, { ...terms, random: () => 0.999999 })).toBe(639)
  })
})

describe('the tries of a transaction', () => {
  const luck = { random: () => 0, sleep: async () => undefined }

  it('end after six conflicts in StoreBusy', async () => {
    let tries = 0
    const attempt = async () => {
      tries += 1
      throw new TransactionConflict('taken')
    }
    await expect(untilCommitted(attempt, luck)).rejects.toThrow(StoreBusy)
    expect(tries).toBe(6)
  })

  it('are not spent on any other error', async () => {
    const refusal = new Error('points_short')
    await expect(untilCommitted(() => Promise.reject(refusal), luck)).rejects.toBe(refusal)
  })
})
