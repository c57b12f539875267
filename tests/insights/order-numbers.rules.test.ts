import fc from 'fast-check'
import { OrderNumbers } from '../../shared/insights/order-numbers'

describe('the order numbers of a history', () => {
  it('tell a repeat exactly, whatever the numbers look like and in whatever order they come', () => {
    const sequence = fc.record({ prefix: fc.constantFrom('', 'S', 'S0', 'AB-'), number: fc.nat(60), width: fc.nat(4) })
    const text = fc.oneof(
      sequence.map(({ prefix, number, width }) => `${prefix}${String(number).padStart(width, '0')}`),
      fc.constantFrom('x', 'order', 'S', '12345678901234567890', '9007199254740993', '9007199254740992'),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (numbers) => {
        const known = new Set<string>()
        const kept = new OrderNumbers()
        for (const number of numbers) {
          expect([number, kept.has(number)]).toEqual([number, known.has(number)])
          expect([number, kept.add(number)]).toEqual([number, !known.has(number)])
          known.add(number)
        }
      }),
    )
  })

  it('tell a repeat of a number before, between and behind the ranges', () => {
    const kept = new OrderNumbers()
    expect(['S5', 'S6', 'S3', 'S4', 'S9', 'S7', 'S8'].map((id) => kept.add(id))).not.toContain(false)
    expect(['S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9'].map((id) => kept.add(id))).not.toContain(true)
  })
})
