import { modelMessages, reminderAt } from '../messages/model-messages'

// Elsewhere a message meant for later was never sent, one that failed was tried every minute, and nobody counted consents.
describe('lesson 9: a message is sent when it is due, tried once, and paid for with one acceptance', () => {
  const member = 'account-1'
  async function shopAt(now: string, acceptances: number) {
    const model = modelMessages(now)
    await model.found()
    await model.member(member)
    for (let n = 0; n < acceptances; n += 1) await model.accept(member, 'points-expiring')
    return model
  }

  it('one that is due days ahead waits until then and is sent then', async () => {
    const model = await shopAt('2026-05-20T02:00:00.000Z', 1)
    await model.minutes(3)
    expect([model.messages, model.accounts()[0]?.dueAt]).toEqual([[], reminderAt])
    model.setNow(reminderAt)
    await model.minutes(1)
    expect(model.messages).toHaveLength(1)
  })

  it('one that failed is tried once and no more, though the clock comes every minute', async () => {
    const model = await shopAt(reminderAt, 3)
    model.answerWith(() => ({ errCode: 47003, errMsg: 'argument invalid' }))
    await model.minutes(10)
    expect(model.messages).toHaveLength(1)
    expect(model.notices()).toMatchObject([{ state: 'failed' }])
  })

  it('one acceptance is good for one message: the second notice stays in the member’s list', async () => {
    const model = await shopAt(reminderAt, 1)
    await model.minutes(1)
    await model.earnAgain(member)
    model.setNow('2026-06-23T02:00:00.000Z')
    await model.minutes(1)
    expect(model.notices().map(({ state }) => state)).toEqual(['sent', 'inbox'])
    expect(model.messages).toHaveLength(1)
  })

  it('43101 ends every acceptance of that member and topic, so that nobody is asked against their will', async () => {
    const model = await shopAt(reminderAt, 3)
    model.answerWith(() => ({ errCode: 43101, errMsg: 'user refuse to accept the msg' }))
    await model.minutes(1)
    await model.earnAgain(member)
    model.setNow('2026-06-23T02:00:00.000Z')
    await model.minutes(1)
    expect(model.notices().map(({ state }) => state)).toEqual(['refused', 'inbox'])
    expect(model.messages).toHaveLength(1)
  })
})
