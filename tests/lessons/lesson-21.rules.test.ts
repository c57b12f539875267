import { checkProgramme } from '../../shared/programme/check'
import { presets } from '../../shared/programme/presets/presets'
import { balanceIn, buy, giveBack } from '../support/builders'
import { clock, day, friend, friendsShop } from '../referrals/model-friends'

describe('lesson 21: nobody is paid for members who never buy', () => {
  const programme = friendsShop({}, { enrolment: { points: 500, phone: 'optional' } })

  it('joining with its gift makes no referral count', () => {
    const joined = clock(friend(programme), programme, day(1))
    expect([joined.account.referral?.state, balanceIn(joined)]).toEqual(['waiting', 500])
  })

  it('neither does an order that costs nothing, nor one that goes back', () => {
    const free = clock(buy(friend(programme), programme, { fen: 0, at: day(1) }), programme, day(1))
    expect(free.account.referral?.state).toBe('waiting')
    const bought = clock(buy(friend(programme), programme, { fen: 3_000, at: day(1) }), programme, day(1))
    const back = giveBack(bought, programme, { fen: 3_000, at: day(2) })
    expect([back.account.referral?.state, balanceIn(back)]).toEqual(['waiting', 500])
  })

  it('is so in every preset, and a programme that pays for joining has to ask for a number and to set a limit', () => {
    for (const { referral } of Object.values(presets)) expect(referral?.completedBy.act ?? 'order').toBe('order')
    const eager = friendsShop({ completedBy: { act: 'joining', orderFromFen: 1, withinDays: 30 } })
    expect(checkProgramme(eager)).toMatchObject({ ok: false })
  })
})
