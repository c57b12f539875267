import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { useShop } from '../support/shop'
import { expectEachOnce, sendsMany } from './many'

const { cloud } = useShop('demo-tea')

it('10,000 messages due at once leave once each, slice by slice, with two instances at it', async () => {
  const sent = await cloud.run(async () => {
    const effects = wxEffects()
    const terms = (await currentTerms(effects))!
    return sendsMany({ effects, terms }, { members: 10_000, instances: 2 })
  })
  expectEachOnce(sent, 10_000)
}, 3_600_000)
