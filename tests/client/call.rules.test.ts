import Taro from '@tarojs/taro'
import { homeRead, membersEnrol } from '../../shared/members/contract'
import { call } from '../../client/src/kit/call'
import { Refusal, takePhone, unreachable } from './support/phone'
import { enrolled, home } from './support/replies'

const consent = { termsVersion: '2026.04', privacyVersion: '2026.04', adult: true as const }

describe('a call', () => {
  it('gives the value in the shape of the contract', async () => {
    takePhone(() => home)
    expect(await call(homeRead, {})).toEqual({ ok: true, value: home })
  })

  it('gives the refusal of the cloud as it came', async () => {
    takePhone(() => new Refusal('rate_limited', '操作太快'))
    expect(await call(homeRead, {})).toEqual({ ok: false, refusal: { code: 'rate_limited', message: '操作太快' } })
  })

  it('is refused as network when the cloud cannot be reached', async () => {
    takePhone(() => unreachable)
    expect(await call(homeRead, {})).toMatchObject({ ok: false, refusal: { code: 'network' } })
  })

  it('is refused as no_answer after eight seconds of silence', async () => {
    jest.useFakeTimers()
    try {
      takePhone(() => new Promise(() => {}))
      const answer = call(homeRead, {})
      await jest.advanceTimersByTimeAsync(8_000)
      expect(await answer).toMatchObject({ ok: false, refusal: { code: 'no_answer' } })
    } finally {
      jest.useRealTimers()
    }
  })

  it('is refused as reply_malformed when the reply has another shape, so that no page meets it', async () => {
    takePhone(() => home)
    const cloud = Taro.cloud as unknown as { callFunction: unknown }
    const proper = cloud.callFunction
    cloud.callFunction = async () => ({ result: { ok: true, value: { ...home, points: null } } })
    expect(await call(homeRead, {})).toMatchObject({ ok: false, refusal: { code: 'reply_malformed' } })
    cloud.callFunction = proper
  })
})

describe('the request id of a command', () => {
  it('is stored before it is sent, and gone once the outcome is known', async () => {
    const phone = takePhone(() => {
      expect(Object.values(phone.storage.get('requests') as object)).toEqual([phone.asked[0]?.requestId])
      return enrolled
    })
    expect((await call(membersEnrol, { consent })).ok).toBe(true)
    expect(phone.storage.has('requests')).toBe(false)
  })

  it('is another one for another input, since that is another intention', async () => {
    const phone = takePhone(() => unreachable)
    await call(membersEnrol, { consent })
    await call(membersEnrol, { consent, name: '小满' })
    await call(membersEnrol, { consent })
    const [first, other, again] = phone.asked.map(({ requestId }) => requestId)
    expect(other).not.toBe(first)
    expect(again).toBe(first)
  })

  it('goes with commands only', async () => {
    const phone = takePhone(() => home)
    await call(homeRead, {})
    expect(phone.asked[0]?.requestId).toBeUndefined()
  })
})
