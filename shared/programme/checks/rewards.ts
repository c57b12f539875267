import { pathText, type Fault } from '../fault'
import { givenOf } from '../parts/effects'
import { isHandedOver } from '../parts/effects/given'
import type { Programme } from '../schema'

/** Money beside points is paid where a reward is handed out: what a member has at once, nobody would take it for. */
export function paidRewards({ rewards = [] }: Programme): Fault[] {
  return rewards.flatMap((reward, index) => {
    if (givenOf(reward.gives).some(isHandedOver)) return []
    const at = ['rewards', index]
    const { price, offers = [] } = reward
    const paths = [
      ...(price.addFen ? [[...at, 'price', 'addFen']] : []),
      ...offers.flatMap(({ addFen }, offer) => (addFen ? [[...at, 'offers', offer, 'addFen']] : [])),
    ]
    return paths.map((path) => ({
      path: pathText(path),
      zh: `「${reward.name.zh}」换到就有，没有人当面收这笔钱：只收积分，或改成到店领取的东西`,
      en: `Members have ${reward.name.en} at once, so nobody takes this money: ask for points alone, or make it something to be handed out`,
    }))
  })
}
