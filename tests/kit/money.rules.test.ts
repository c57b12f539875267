import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { amountMaxFen, fenFromDecimal, yuanText } from '../../shared/kit/money'

describe('fen of a decimal', () => {
  it.each([
    ['29.33', 2933],
    ['0.00', 0],
    ['0.01', 1],
    ['0.99', 99],
    ['100.01', 10_001],
    ['1.1', 110],
    ['19.99', 1999],
    ['7', 700],
    [' 8.50 ', 850],
    ['1.230', 123],
    ['-0.00', 0],
    ['1000000.00', amountMaxFen],
  ])('reads %s as %d fen', (text, fen) => {
    expect(fenFromDecimal(text)).toEqual({ ok: true, value: fen })
  })

  it.each(['', '.5', '5.', '1.234', '1e3', '１', '1,000.00', '+1', '¥1', 'NaN', '0x10', '1 000', '--1'])(
    'refuses "%s" as malformed instead of guessing',
    (text) => {
      expect(fenFromDecimal(text)).toEqual({ ok: false, refusal: 'amount_malformed' })
    },
  )

  it('refuses a negative amount and one above the limit by their own names', () => {
    expect(fenFromDecimal('-0.01')).toEqual({ ok: false, refusal: 'amount_negative' })
    expect(fenFromDecimal('1000000.01')).toEqual({ ok: false, refusal: 'amount_too_large' })
  })

  it('gives back every whole number of fen that was written out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: amountMaxFen }), (fen) => {
        const text = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        expect(fenFromDecimal(text)).toEqual({ ok: true, value: fen })
      }),
    )
  })
})

describe('the real orders', () => {
  const file = (name: string) => readFileSync(join(__dirname, '../fixtures', name))
  const amountsIn = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[4] ?? '')
  const fenOf = (text: string) => {
    const ruling = fenFromDecimal(text)
    if (!ruling.ok) throw new Error(`${text}: ${ruling.refusal}`)
    return ruling.value
  }

  it.each([
    ['orders-1.csv', amountsIn(file('orders-1.csv').toString('utf8')), 821, 3_535_053, 37],
    ['orders.csv.gz', amountsIn(gunzipSync(file('orders.csv.gz')).toString('utf8')), 6_919, 24_409_194, 372],
  ])('of %s are read to the fen; the float times a hundred, rounded down, is a fen short in some', (...about) => {
    const [, amounts, orders, fen, wrong] = about
    expect([amounts.length, amounts.reduce((sum, text) => sum + fenOf(text), 0)]).toEqual([orders, fen])
    const short = amounts.map((text) => fenOf(text) - Math.floor(Number(text) * 100))
    expect(short.filter((missing) => missing !== 0)).toEqual(Array.from({ length: wrong }, () => 1))
  })
})

describe('an amount as people write it', () => {
  it.each([
    [0, '0'],
    [2933, '29.33'],
    [100, '1'],
    [105, '1.05'],
    [123_456_789, '1,234,567.89'],
    [100_000, '1,000'],
    [-250, '−2.50'],
  ])('writes %d fen as %s', (fen, text) => {
    expect(yuanText(fen)).toBe(text)
  })
})
