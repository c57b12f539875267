import fc from 'fast-check'
import { createHash, createHmac } from 'node:crypto'
import { hashing } from '../../cloudfunctions/_areas/draws/hashing'
import { pointOf, prizeAt } from '../../shared/draws/result'
import { readRules, rulesText, weightsFor } from '../../shared/draws/rules'
import { verifyDraw } from '../../shared/draws/verify'
import { drawShop, publishedRound, rulesOn, wheel, type Plays } from '../support/draws'

const seed = '5e'.repeat(32)
const saltOf = (n: number) => n.toString(16).padStart(32, '0')
const plays = (count: number, more: (n: number) => Partial<Plays[number]> = () => ({})): Plays =>
  Array.from({ length: count }, (_, n) => ({ member: `m${n % 5}`, salt: saltOf(n), ...more(n) }))

describe('a result', () => {
  it('is HMAC-SHA256 of round, number and salt under the seed: its first 53 bits, modulo the sum of the weights', () => {
    const drawn = { roundId: 'wheel.2026-01-01', number: 7, salt: saltOf(1) }
    const digest = createHmac('sha256', Buffer.from(seed, 'hex'))
      .update(`wheel.2026-01-01|7|${saltOf(1)}`)
      .digest()
    const expected = Number((digest.readBigUInt64BE(0) >> 11n) % 97n)
    expect(pointOf(hashing, { seed, outOf: 97 }, drawn)).toBe(expected)
  })

  it('lies in the table whatever the digest is: never beside its first or its last point', () => {
    const digests = ['0'.repeat(64), 'f'.repeat(64)]
    const points = digests.map((digest) =>
      pointOf({ ...hashing, hmacSha256: () => digest }, { seed, outOf: 1_000 }, { roundId: 'r', number: 1, salt: '' }),
    )
    expect(points).toEqual([0, Number((2n ** 53n - 1n) % 1_000n)])
  })

  it('falls on the prize in whose part of the table it lies, each as long as its weight', () => {
    expect([0, 1, 2, 9].map((point) => prizeAt([1, 1, 8], point))).toEqual([0, 1, 2, 2])
    expect([0, 1].map((point) => prizeAt([0, 2], point))).toEqual([1, 1])
    expect(() => prizeAt([1, 1], 2)).toThrow('beyond the weights')
  })

  it('uses the odds of the tier that held when the number was given out', () => {
    const odds = [{ fromTier: 'silver', weights: { tin: 5, nothing: 5 } }]
    const rules = rulesOn(drawShop({ odds }))
    expect(weightsFor(rules, 'regular')).toEqual([1, 1, 8])
    expect(weightsFor(rules, null)).toEqual([1, 1, 8])
    expect(weightsFor(rules, 'gold')).toEqual([5, 0, 5])
  })
})

describe('the list of a round', () => {
  /** A table in which everybody draws the tin. */
  const sure = (more: object) => [
    { ...wheel.prizes[0]!, weight: 10, ...more },
    { ...wheel.prizes[2]!, weight: 0 },
  ]
  const prizesOf = (prizes: object[], of: Plays) =>
    publishedRound(rulesOn(drawShop({ prizes: prizes as never })), seed, of).results.map(({ prize }) => prize)

  it('gives the last of a stock once, then the fallback, and says what had been drawn', () => {
    const { results } = publishedRound(rulesOn(drawShop({ prizes: sure({ stock: 2 }) })), seed, plays(4))
    expect(results.map(({ prize }) => prize)).toEqual(['tin', 'tin', 'nothing', 'nothing'])
    expect(results.map(({ drawn }) => drawn)).toEqual(['tin', 'tin', 'tin', 'tin'])
  })

  it('gives so many a day and goes on the next', () => {
    const days = ['2026-01-10T04:00:00.000Z', '2026-01-10T05:00:00.000Z', '2026-01-10T16:00:00.000Z']
    const of = plays(3, (n) => ({ at: days[n]! }))
    expect(prizesOf(sure({ stock: 9, perDay: 1 }), of)).toEqual(['tin', 'nothing', 'tin'])
    // What a day could not give is not gone from the stock.
    expect(prizesOf(sure({ stock: 2, perDay: 1 }), of)).toEqual(['tin', 'nothing', 'tin'])
  })

  it('gives so many to one member, whatever others have', () => {
    const members = ['m1', 'm1', 'm2']
    expect(
      prizesOf(
        sure({ stock: 9, perMember: 1 }),
        plays(3, (n) => ({ member: members[n]! })),
      ),
    ).toEqual(['tin', 'nothing', 'tin'])
  })

  it('never exceeds a stock, a day’s share or a member’s, whatever is drawn when by whom', () => {
    const prizes = [
      { ...wheel.prizes[0]!, weight: 5, stock: 4, perDay: 2, perMember: 1 },
      { ...wheel.prizes[1]!, weight: 3, stock: 3 },
      { ...wheel.prizes[2]!, weight: 2 },
    ]
    const rules = rulesOn(drawShop({ prizes }))
    const play = fc.record({
      member: fc.constantFrom('a', 'b', 'c', 'd'),
      salt: fc.stringMatching(/^[0-9a-f]{32}$/),
      day: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(play, { maxLength: 60 }), (some) => {
        const inOrder = [...some].sort((one, other) => one.day - other.day)
        const file = publishedRound(
          rules,
          seed,
          inOrder.map(({ member, salt, day }) => ({ member, salt, at: `2026-01-1${day}T04:00:00.000Z` })),
        )
        const tins = file.results.filter(({ prize }) => prize === 'tin')
        const most = (keys: string[]) => Math.max(0, ...keys.map((key) => keys.filter((one) => one === key).length))
        expect(tins.length).toBeLessThanOrEqual(4)
        expect(most(tins.map(({ at }) => at))).toBeLessThanOrEqual(2)
        expect(most(tins.map(({ number }) => file.numbers[number - 1]!.member))).toBeLessThanOrEqual(1)
        expect(file.results.filter(({ prize }) => prize === 'points').length).toBeLessThanOrEqual(3)
        // What is capped falls back and nothing else does.
        const fell = file.results.filter(({ drawn, prize }) => drawn !== prize)
        expect(fell.every(({ prize }) => prize === 'nothing')).toBe(true)
        expect(verifyDraw(hashing, file)).toEqual({ ok: true, numbers: some.length, results: some.length })
      }),
      { numRuns: 60 },
    )
  })
})

describe('the commitment', () => {
  it('is SHA-256 of a word, the seed and the rules, which are one text in one way', () => {
    const rules = rulesOn(drawShop())
    const text = rulesText(rules)
    const { commitment } = publishedRound(rules, seed, [])
    expect(commitment).toBe(createHash('sha256').update(`changlai-draw-1\n${seed}\n${text}`).digest('hex'))
    expect(text).not.toMatch(/\s"|: /)
    expect(readRules(text)).toEqual(rules)
    expect(readRules('{}')).toBeNull()
    // What a prize costs the shop is published nowhere.
    const gives = { kind: 'gift' as const, name: { zh: '壶', en: 'a pot' }, costFen: 500 }
    const costly = drawShop({
      prizes: [
        { ...wheel.prizes[0]!, weight: 10, gives },
        { ...wheel.prizes[2]!, weight: 0 },
      ],
    })
    expect(rulesText(rulesOn(costly))).not.toContain('costFen')
    expect(readRules('no json')).toBeNull()
  })
})

describe('a published round', () => {
  const rules = rulesOn(
    drawShop({
      prizes: wheel.prizes.map((prize) => ({ ...prize, weight: { tin: 3, points: 3, nothing: 4 }[prize.id]! })),
    }),
  )
  const file = publishedRound(rules, seed, plays(12))

  it('is drawn once more and every figure holds', () => {
    expect(verifyDraw(hashing, file)).toEqual({ ok: true, numbers: 12, results: 12 })
    expect(verifyDraw(hashing, publishedRound(rules, seed, []))).toEqual({ ok: true, numbers: 0, results: 0 })
  })

  it('holds where a result is drawn by a function whose clock is behind that of the one which gave the number', () => {
    const [at, drawnAt] = ['2026-01-10T04:00:00.900Z', '2026-01-10T04:00:00.100Z']
    const skewed = publishedRound(
      rules,
      seed,
      plays(2, (n) => ({ at, drawnAt: n === 0 ? drawnAt : at })),
    )
    expect(skewed.results[0]?.at).toBe(at)
    expect(verifyDraw(hashing, skewed)).toEqual({ ok: true, numbers: 2, results: 2 })
  })

  it('holds also where a number was never drawn, and where numbers are drawn in another order', () => {
    const numbers = file.numbers.slice(0, 3)
    const none = { ...file, numbers, results: [], ends: { link: numbers[2]!.link, chain: file.commitment } }
    expect(verifyDraw(hashing, none)).toEqual({ ok: true, numbers: 3, results: 0 })
  })

  it('does not hold with any one bit flipped, wherever it stands', () => {
    const text = JSON.stringify(file)
    const bytes = Buffer.from(text)
    const flips = fc.record({ byte: fc.nat(bytes.length - 1), bit: fc.nat(7) })
    fc.assert(
      fc.property(flips, ({ byte, bit }) => {
        const bent = Buffer.from(bytes)
        bent[byte] = bent[byte]! ^ (1 << bit)
        expect(verdictOf(bent.toString('utf8')).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('does not hold with a bit flipped in seed, table, salt, prize or order, and says where it stops', () => {
    const bent = (change: (copy: any) => void) => {
      const copy = JSON.parse(JSON.stringify(file))
      change(copy)
      return verifyDraw(hashing, copy)
    }
    const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)
    expect(bent((copy) => (copy.seed = flipped(copy.seed)))).toMatchObject({ flaw: { where: 'commitment' } })
    expect(bent((copy) => (copy.rules = copy.rules.replace('"weights":[3,3,4]', '"weights":[3,4,3]')))).toMatchObject({
      flaw: { where: 'commitment' },
    })
    expect(bent((copy) => (copy.rules = copy.rules.replace('"stock":1', '"stock": 1')))).toMatchObject({
      flaw: { where: 'rules' },
    })
    expect(bent((copy) => (copy.results[4].salt = flipped(copy.results[4].salt)))).toMatchObject({
      flaw: { where: 'result', place: 5 },
    })
    expect(bent((copy) => (copy.results[6].prize = 'tin'))).toMatchObject({ flaw: { where: 'result', place: 7 } })
    expect(bent((copy) => copy.results.splice(3, 2, copy.results[4], copy.results[3]))).toMatchObject({
      flaw: { where: 'result', place: 4 },
    })
    expect(bent((copy) => (copy.numbers[2].member = 'm9'))).toMatchObject({ flaw: { where: 'number', number: 3 } })
    expect(bent((copy) => (copy.results[8].number = 8))).toMatchObject({ flaw: { where: 'result', place: 9 } })
    expect(bent((copy) => copy.results.pop())).toMatchObject({ flaw: { where: 'ends' } })
    expect(bent((copy) => (copy.more = 1))).toMatchObject({ flaw: { where: 'file' } })
    for (const list of ['numbers', 'results'])
      expect(bent((copy) => (copy[list][0].at = '2026-01-40T04:00:00.000Z'))).toMatchObject({ flaw: { where: 'file' } })
  })

  it('does not hold where a salt was chosen after the number was known, though all else was made to fit', () => {
    const chosen = publishedRound(rules, seed, [...plays(2), { member: 'm9', salt: saltOf(9), fixed: saltOf(8) }])
    expect(verifyDraw(hashing, chosen)).toMatchObject({ flaw: { where: 'result', place: 3 } })
  })

  it('does not hold where somebody draws twice with one number, or after the round is closed', () => {
    const twice = publishedRound(rules, seed, [...plays(3), { ...plays(1)[0]!, again: 1 }])
    expect(verifyDraw(hashing, twice)).toMatchObject({ flaw: { where: 'result', place: 4 } })
    const late = publishedRound(
      rules,
      seed,
      plays(1, () => ({ at: rules.until })),
    )
    expect(verifyDraw(hashing, late)).toMatchObject({ flaw: { where: 'number', number: 1 } })
    const drawnLate = publishedRound(
      rules,
      seed,
      plays(1, () => ({ drawnAt: rules.until })),
    )
    expect(verifyDraw(hashing, drawnLate)).toMatchObject({ flaw: { where: 'result', place: 1 } })
  })

  /** What is no JSON is no file; of everything else the rule itself says that it does not hold. */
  function verdictOf(text: string) {
    const read = jsonOf(text)
    return read === undefined ? { ok: false } : verifyDraw(hashing, read)
  }

  function jsonOf(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  }
})
