import { modelTill } from './model-till'

// Elsewhere a code that "expires" was read as one of the year 2609, and a picture of it was good for ever.
describe('lesson 8: a code is good for sixty seconds at most, and once', () => {
  it.each([
    [0, 'taken'],
    [30, 'taken'],
    [59, 'taken'],
    [60, 'code_expired'],
    [61, 'code_expired'],
    [24 * 60 * 60, 'code_expired'],
    [583 * 365 * 24 * 60 * 60, 'code_expired'],
  ])('%d seconds after it was first shown it is %s', async (seconds, outcome) => {
    const { code, wait, scan } = await modelTill()
    const shown = await code()
    wait(seconds)
    const reply = await scan(shown)
    expect(reply.ok ? 'taken' : reply.refusal.code).toBe(outcome)
  })

  it('a phone whose clock runs ahead makes no code that lives longer', async () => {
    const { code, wait, scan } = await modelTill()
    wait(30)
    const ahead = await code()
    wait(-30)
    expect(await scan(ahead)).toMatchObject({ refusal: { code: 'code_expired' } })
  })

  it('a picture of it is refused once it has been read', async () => {
    const { code, scan } = await modelTill()
    const shown = await code()
    expect((await scan(shown)).ok).toBe(true)
    expect(await scan(shown)).toMatchObject({ refusal: { code: 'code_used' } })
  })
})
