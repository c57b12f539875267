import { provePhone } from '../../cloudfunctions/_areas/members/prove-phone'
import { textCodeHash, textCodeId, type TextCode } from '../../cloudfunctions/_areas/members/text-code'
import { database } from '../../cloudfunctions/database'
import { modelEffects } from '../../localcloud/model/effects'
import { memoryStore } from '../../localcloud/model/store'

const now = '2026-06-01T04:00:00.000Z'
const number = '13800138000'

/** A code that was sent, as it was read, and as it stands in the database by now. */
async function sentCode(by: { tries: number }) {
  const store = memoryStore(database)
  const { effects } = modelEffects({ store, now })
  const _id = textCodeId(effects, 'o-visitor', number)
  const read: TextCode = {
    _id,
    codeHash: textCodeHash(effects, _id, '123456'),
    goodUntil: '2026-06-01T04:05:00.000Z',
    tries: 0,
    requestId: 'request-1',
    sweepAt: '2026-06-01T04:05:00.000Z',
  }
  await store.insert('textCodes', [{ ...read, ...by }])
  const give = (code: string) => provePhone(effects, { kind: 'text', number, code }, read)
  const triesNow = async () => (await store.get<TextCode>('textCodes', _id))?.tries
  return { give, triesNow }
}

describe('the code of a text', () => {
  it('proves the number, and counts as a try', async () => {
    const { give, triesNow } = await sentCode({ tries: 0 })
    expect(await give('123456')).toMatchObject({ ok: true, value: { number, provedBy: 'text' } })
    expect(await triesNow()).toBe(1)
  })

  it('proves nothing after others have used up the tries since it was read, right as it may be', async () => {
    const { give, triesNow } = await sentCode({ tries: 5 })
    expect(await give('123456')).toEqual({ ok: false, refusal: 'text_code_over' })
    expect(await triesNow()).toBe(5)
  })

  it('of a hundred tries at once is compared five times', async () => {
    const { give, triesNow } = await sentCode({ tries: 0 })
    const codes = Array.from({ length: 100 }, (_, n) => String(n).padStart(6, '0'))
    const rulings = await Promise.all([...codes, '123456'].map(give))
    expect(rulings.some(({ ok }) => ok)).toBe(false)
    expect(await triesNow()).toBe(5)
  })
})
