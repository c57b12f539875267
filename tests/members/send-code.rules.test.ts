import { sendCode } from '../../cloudfunctions/_areas/members/send-code'
import { database } from '../../cloudfunctions/database'
import { modelEffects } from '../../localcloud/model/effects'
import { memoryStore } from '../../localcloud/model/store'
import { programmeOf } from '../support/builders'
import { gate } from '../store/support/gate'

const number = '13800138000'
const shop = { _id: 'shop' as const, name: '店', brand: null, stores: [] }
const terms = { shop, programme: programmeOf(), programmeVersion: 1, announcement: null }

/** Phones that ask for a text in one instant: all have read before any of them writes. */
async function askedAtOnce(store: ReturnType<typeof memoryStore>, phones: readonly string[], now: string) {
  const { passed, open } = gate()
  const writing = new Set<number>()
  let texts = 0
  const ask = async (openid: string, index: number) => {
    const yieldBefore = async ({ kind, collection }: { kind: string; collection: string | null }) => {
      if (collection !== 'textCodes' || !['insert', 'change'].includes(kind)) return
      if (writing.add(index).size === phones.length) open()
      await passed
    }
    const { effects } = modelEffects({ store: store.view({ yieldBefore }), now, seed: index })
    const sendText = async () => {
      texts += 1
      return { errCode: 0, errMsg: 'ok' }
    }
    const request = { id: `request-${now}-${index}`, inputHash: number }
    const platform = { ...effects.platform, sendText }
    const context = { effects: { ...effects, platform }, now, language: 'en' as const, request, terms, account: null }
    return sendCode({ ...context, openid }, { number })
  }
  const rulings = await Promise.all(phones.map(ask))
  return { texts, refusals: rulings.map((ruling) => (ruling.ok ? null : ruling.refusal)).sort() }
}

describe('a text that several ask for before any of them is counted', () => {
  it.each([
    ['one phone', ['o-1', 'o-1', 'o-1']],
    ['three phones', ['o-1', 'o-2', 'o-3']],
  ])('is sent once to %s, the first time and the next', async (_, phones) => {
    const store = memoryStore(database)
    const once = { texts: 1, refusals: [null, 'text_too_soon', 'text_too_soon'].sort() }
    expect(await askedAtOnce(store, phones, '2026-06-01T04:00:00.000Z')).toEqual(once)
    expect(await askedAtOnce(store, phones, '2026-06-01T04:01:00.000Z')).toEqual(once)
  })
})
