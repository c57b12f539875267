import { readOrder } from '../../scripts/pos/order-row'

describe('a row of an orders file', () => {
  const row = { order_id: 'A1', customer_id: 'C1', date: '2026-05-20', quantity: '1', amount: '30.00' }
  const leftOut = (left_out?: string) => {
    const ruling = readOrder(left_out === undefined ? row : { ...row, left_out })
    return ruling.ok ? ruling.value.leftOutFen : ruling.refusal
  }

  it('tells by left_out what the programme leaves out, or nothing', () => {
    expect([undefined, '', '0', '12.50', '30'].map(leftOut)).toEqual([undefined, undefined, undefined, 1_250, 3_000])
  })

  it('is refused when that part is no amount, or more than the whole', () => {
    expect(['x', '-1', '30.01'].map(leftOut)).toEqual([
      'left_out_malformed: "x"',
      'left_out_malformed: "-1"',
      'left_out_above_amount: "30.01"',
    ])
  })
})
