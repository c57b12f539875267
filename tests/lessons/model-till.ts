import { membersDoor } from '../../cloudfunctions/member/door'
import { keyedHash } from '../../cloudfunctions/_runtime/card-secret'
import { staffId } from '../../cloudfunctions/_runtime/people'
import { serve } from '../../cloudfunctions/_runtime/serve'
import { tillDoor } from '../../cloudfunctions/staff/door'
import { clientIdentity, modelEffects } from '../../localcloud/model/effects'
import { codeText, stepAt } from '../../shared/cards/member-code'
import { addMilliseconds } from '../../shared/kit/time'
import type { Programme } from '../../shared/programme/schema'
import { modelShop } from '../purchases/model-shop'

type Asking = (operation: string, input?: object) => Promise<any>

/** A till and a member's phone in process, at the same counter and under one clock. */
export async function modelTill(change: Partial<Programme> = {}) {
  const shop = modelShop(change)
  await shop.found()
  let [now, count] = ['2026-06-01T04:00:00.000Z', 0]
  const someone = (openid: string, door: typeof tillDoor): Asking => {
    const own = modelEffects({ store: shop.store.view(), now, seed: openid.length, identity: clientIdentity(openid) })
    const answer = serve(door, own.effects)
    return (operation, input = {}) => {
      own.setNow(now)
      count += 1
      return answer({ operation, input, requestId: `request-${count}` })
    }
  }
  const clerk = modelEffects({ store: shop.store.view(), now }).effects
  const grant = { _id: staffId(clerk, 'o-clerk'), name: '店员', role: 'staff', storeIds: ['S1'], active: true }
  await shop.store.insert('staff', [grant])
  const phone = someone('o-member-1', membersDoor)
  const till = someone('o-clerk', tillDoor)
  await phone('members.enrol', { consent: { termsVersion: '1', privacyVersion: '1', adult: true } })
  return {
    shop,
    phone,
    till,
    wait: (seconds: number) => void (now = addMilliseconds(now, seconds * 1000)),
    /** The code that the member's phone shows now. */
    code: async () => {
      const { cards } = (await phone('cards.mine')).value
      return codeText(cards[0], stepAt(now), keyedHash)
    },
    scan: (code: string) => till('staff.scan', { code, storeId: 'S1' }),
  }
}
