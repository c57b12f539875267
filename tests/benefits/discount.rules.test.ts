import { discountFen } from '../../shared/benefits/discount'
import { benefitWords } from '../../shared/benefits/words'
import { presets } from '../../shared/programme/presets/presets'
import { benefitsOf } from '../../shared/programme/benefits'
import { billOf, billTermsOf } from '../../shared/purchases/bill'
import { discountOf } from '../../shared/tiers/benefits'
import { programmeOf, tierOf } from '../support/builders'

const tea = { goods: ['longjing'], name: { zh: '指定茶', en: 'named teas' } }
const regular = tierOf({ id: 'regular', benefits: [{ kind: 'discount', percent: 5 }] })
const gold = tierOf({
  id: 'gold',
  benefits: [{ kind: 'discount', code: 'teas', percent: 20, on: tea }],
})
const programme = programmeOf({
  tiers: [regular, gold],
  discounting: { nothingFor: ['prescription'] },
  goods: [
    { code: 'longjing', name: tea.name, category: 'tea' },
    { code: 'puer', name: tea.name, category: 'tea' },
  ],
})

describe('a discount on named goods', () => {
  it('is for these alone, and the best one counts on each line', () => {
    const lines = [{ good: 'longjing', amountFen: 1_000 }, { good: 'puer', amountFen: 1_000 }, { amountFen: 999 }]
    expect(discountFen(programme, gold, lines)).toBe(200 + 100)
    expect(discountFen(programme, regular, lines)).toBe(150)
  })

  it('is rounded as a bill is, however its lines are split', () => {
    const whole = [{ amountFen: 1_999 }]
    const split = [{ amountFen: 999 }, { amountFen: 1_000 }]
    const bill = billOf({ amountFen: 1_999, burnPoints: 0 }, billTermsOf(programme, regular))
    expect([whole, split].map((lines) => discountFen(programme, regular, lines))).toEqual([100, 100])
    expect(bill.discountFen).toBe(100)
  })

  it('is no discount on everything', () => {
    expect([regular, gold].map((tier) => discountOf(programme, tier))).toEqual([5, 5])
  })

  it('leaves lines alone on which none is given', () => {
    expect(discountFen(programme, gold, [{ kind: 'prescription', good: 'longjing', amountFen: 1_000 }])).toBe(0)
  })

  it('may be for a whole category', () => {
    const all = {
      ...gold,
      benefits: [{ kind: 'discount' as const, percent: 20, on: { categories: ['tea'], name: tea.name } }],
    }
    const wide = { ...programme, tiers: [regular, all] }
    expect(discountFen(wide, all, [{ good: 'puer', amountFen: 1_000 }, { amountFen: 1_000 }])).toBe(200)
  })
})

describe('a higher tier', () => {
  const gift = { kind: 'gift' as const, name: { zh: '礼', en: 'a gift' }, when: 'yearly' as const }
  const codes = (benefits: (typeof gold)['benefits']) => {
    const upper = tierOf({ id: 'upper', benefits })
    return benefitsOf(programmeOf({ tiers: [regular, gold, upper] }), upper).map(({ kind, code }) => code ?? kind)
  }

  it('has what it does not name and takes away what it replaces', () => {
    expect(codes([gift])).toEqual(['discount', 'teas', 'gift'])
    expect(codes([{ ...gift, replaces: ['teas', 'discount'] }])).toEqual(['gift'])
    expect(codes([{ ...gift, code: 'teas' }])).toEqual(['discount', 'teas'])
  })
})

describe('every benefit of every preset', () => {
  it.each(Object.entries(presets))('%s is said in both languages', (_, preset) => {
    for (const benefit of preset.tiers.flatMap(({ benefits }) => benefits)) {
      const { zh, en } = benefitWords(benefit)
      expect(zh).toMatch(/[一-龥\d]/)
      expect(en).toMatch(/^[A-Za-z\d][^一-龥]*$/)
      expect(zh + en).not.toMatch(/[!！]|undefined/)
    }
  })
})
