import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import { modelMessages } from './model-messages'
import { expectEachOnce, putOff, sendsMany } from './many'

it.each([1, 2])('600 messages due at once leave once each, slice by slice, with %s at it', async (instances) => {
  const model = modelMessages('2026-05-10T04:00:00.000Z')
  await model.found()
  const { effects } = model.instance()
  const terms = (await currentTerms(effects))!
  const sent = await sendsMany({ effects, terms }, { members: 600, instances })
  expectEachOnce(sent, 600)
  expect(putOff(sent.slices)).toBe(0)
})
