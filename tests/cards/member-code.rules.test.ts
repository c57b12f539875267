import fc from 'fast-check'
import { keyedHash } from '../../cloudfunctions/_runtime/card-secret'
import { codeText, readCode, stepAt, stepIsGood } from '../../shared/cards/member-code'

const card = { cardNo: '8826017355', secret: 'a'.repeat(64) }
const at = (second: number) => new Date(Date.UTC(2026, 4, 21, 1, 41, second)).toISOString()

describe('a member’s code', () => {
  it('is the same for every phone of the card within one step, and another in the next', () => {
    const shown = (second: number) => codeText(card, stepAt(at(second)), keyedHash)
    expect(shown(0)).toBe(shown(29))
    expect(shown(30)).not.toBe(shown(29))
  })

  it('is good in its own step and the one after: for sixty seconds at most', () => {
    const step = stepAt(at(0))
    expect([0, 29, 30, 59].map((second) => stepIsGood(step, at(second)))).toEqual([true, true, true, true])
    expect(stepIsGood(step, at(60))).toBe(false)
    expect(stepIsGood(step + 1, at(0))).toBe(false)
  })

  it('fits a picture of version 4', () => {
    expect(codeText(card, stepAt('2099-12-31T00:00:00.000Z'), keyedHash).length).toBeLessThanOrEqual(60)
  })

  it('reads back as it was written, for any card and step', () => {
    const digits = fc.stringMatching(/^\d{10}$/)
    const steps = fc.integer({ min: stepAt('2020-01-01T00:00:00.000Z'), max: stepAt('2099-12-31T00:00:00.000Z') })
    fc.assert(
      fc.property(digits, steps, (cardNo, step) => {
        const read = readCode(codeText({ ...card, cardNo }, step, keyedHash))
        expect(read).toMatchObject({ ok: true, value: { form: 'scanned', cardNo, step } })
      }),
    )
  })

  it('differs for two cards and for two secrets', () => {
    const step = stepAt(at(0))
    const tags = [card, { ...card, cardNo: '8826017356' }, { ...card, secret: 'b'.repeat(64) }].map((one) =>
      codeText(one, step, keyedHash).slice(-20),
    )
    expect(new Set(tags).size).toBe(3)
  })
})

describe('eighteen typed digits', () => {
  it('are the card’s ten and a time code of eight, with or without blanks', () => {
    const typed = { form: 'typed', cardNo: '8826017355', digits: '20914638' }
    expect(readCode('8826 0173 5520 9146 38')).toEqual({ ok: true, value: typed })
    expect(readCode('882601735520914638')).toEqual({ ok: true, value: typed })
  })

  it.each(['', 'hello', '12345678', '8826017355209146389', 'CL1.1.2.3', 'https://example.com/x'])(
    '%j is no member’s code',
    (text) => {
      expect(readCode(text)).toEqual({ ok: false, refusal: 'code_malformed' })
    },
  )
})
