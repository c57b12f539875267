import { settleAccount } from '../../cloudfunctions/_areas/clock/settle-account'
import { tick } from '../../cloudfunctions/_areas/clock/tick'
import { workOffNotices } from '../../cloudfunctions/_areas/messages/work-off'
import { currentTerms } from '../../cloudfunctions/_runtime/terms'
import type { MemoryOptions } from '../../localcloud/model/store'
import { modelMessages, reminderAt } from './model-messages'

type Model = ReturnType<typeof modelMessages>
const one = 'account-1'

/** A shop with two members who both climbed a tier and have points about to expire; the first has agreed to messages. */
async function shopOf(agreed = 1): Promise<Model> {
  const model = modelMessages()
  await model.found()
  for (const id of [one, 'account-2']) await model.member(id, { upgraded: true })
  for (let n = 0; n < agreed; n += 1) {
    await model.accept(one, 'tier-upgraded')
    await model.accept(one, 'points-expiring')
  }
  return model
}

const statesOf = (model: Model, accountId: string) =>
  model.notices().flatMap((notice) => (notice.accountId === accountId ? [`${notice.topic} ${notice.state}`] : []))

describe('a notice', () => {
  it('goes to the phone that agreed, by the template it agreed to, and to nobody else, the most valuable first', async () => {
    const model = await shopOf()
    await model.minutes(1)
    expect(model.messages).toEqual([
      {
        openid: 'o-account-1',
        templateId: 'template-points',
        page: 'pages/assets/points',
        data: {
          number1: { value: '100' },
          date2: { value: '2026年5月31日' },
          thing3: { value: '到期日当天仍可用，点开看明细' },
        },
      },
      {
        openid: 'o-account-1',
        templateId: 'template-tier',
        page: 'pages/assets/tier',
        data: {
          thing1: { value: 'silver' },
          date2: { value: '2026年5月24日' },
          thing3: { value: '新权益已生效，点开看看' },
        },
      },
    ])
    expect(statesOf(model, one)).toEqual(['points-expiring sent', 'tier-upgraded sent'])
    expect(statesOf(model, 'account-2')).toEqual(['points-expiring inbox', 'tier-upgraded inbox'])
  })

  it('uses up one acceptance, the oldest, and forgets whose phone that was', async () => {
    const model = await shopOf(2)
    await model.minutes(3)
    const spent = model.acceptances().filter(({ spentBy }) => spentBy !== null)
    expect(spent.map(({ _id }) => _id)).toEqual([
      'acceptance:account-1:request-1:tier-upgraded',
      'acceptance:account-1:request-2:points-expiring',
    ])
    expect(spent).toMatchObject(spent.map(() => ({ outcome: 0 })))
    expect(spent.some((acceptance) => 'sealedOpenid' in acceptance)).toBe(false)
    expect(model.messages).toHaveLength(2)
  })

  it('goes to the member’s list alone when what was agreed to was another template', async () => {
    const model = await shopOf()
    for (const { _id } of model.acceptances())
      await model.store.change('acceptances', { _id }, { set: { templateId: 'template-of-last-year' } })
    await model.minutes(1)
    expect(model.messages).toEqual([])
    expect(statesOf(model, one)).toEqual(['points-expiring inbox', 'tier-upgraded inbox'])
  })
})

describe('an acceptance that goes elsewhere before it is taken', () => {
  /** The clock ends just after the notice has named its acceptance; meanwhile that is spent. */
  async function robbed(agreed: number): Promise<Model> {
    const model = modelMessages()
    await model.found()
    await model.member(one)
    for (let n = 0; n < agreed; n += 1) await model.accept(one, 'points-expiring')
    const stop = new Promise<never>(() => undefined)
    await new Promise<void>((reached) => {
      const hooks: MemoryOptions = {
        yieldBefore: ({ kind, collection }) => {
          if (kind !== 'change' || collection !== 'acceptances') return
          reached()
          return stop
        },
      }
      void tick(model.instance(hooks).effects)
    })
    const [named] = model.notices()
    await model.store.change('acceptances', { _id: named?.acceptanceId ?? '' }, { set: { spentBy: 'another' } })
    await model.minutes(3)
    return model
  }

  it('is replaced by another one', async () => {
    const model = await robbed(2)
    expect([statesOf(model, one), model.messages.length]).toEqual([['points-expiring sent'], 1])
    expect(model.notices()).toMatchObject([{ tries: 1 }])
  })

  it('leaves the notice in the member’s list when there is no other', async () => {
    const model = await robbed(1)
    expect([statesOf(model, one), model.messages.length]).toEqual([['points-expiring inbox'], 0])
  })
})

describe('the platform says no', () => {
  it('43101 spends the acceptance, ends all others for that topic and member, and nothing is tried again', async () => {
    const model = await shopOf(3)
    await model.accept('account-2', 'tier-upgraded')
    model.answerWith(({ openid, templateId }) =>
      openid === 'o-account-1' && templateId === 'template-tier'
        ? { errCode: 43101, errMsg: 'user refuse to accept the msg' }
        : { errCode: 0, errMsg: 'ok' },
    )
    await model.minutes(5)
    expect(statesOf(model, one)).toEqual(['points-expiring sent', 'tier-upgraded refused'])
    expect(statesOf(model, 'account-2')).toContain('tier-upgraded sent')
    expect(model.messages).toHaveLength(3)
    const left = model.acceptances().filter(({ spentBy }) => spentBy === null)
    expect(left.map(({ accountId, topic }) => [accountId, topic])).toEqual([
      [one, 'points-expiring'],
      [one, 'points-expiring'],
    ])
  })

  it.each([40037, 47003, 40003, -604101])(
    '%d is kept as failed, is not tried again and gives the acceptance back',
    async (errCode) => {
      const model = await shopOf()
      model.answerWith(() => ({ errCode, errMsg: 'invalid' }))
      await model.minutes(5)
      expect(statesOf(model, one)).toEqual(['points-expiring failed', 'tier-upgraded failed'])
      expect(model.notices().filter(({ accountId }) => accountId === one)).toMatchObject([
        { answer: { errCode, errMsg: 'invalid' } },
        { answer: { errCode, errMsg: 'invalid' } },
      ])
      expect(model.messages).toHaveLength(2)
      expect(model.acceptances().map(({ spentBy }) => spentBy)).toEqual([null, null])
    },
  )

  it('no answer at all leaves it unsure: the acceptance stays spent and nothing is sent again', async () => {
    const model = await shopOf()
    model.answerWith(() => ({ errCode: -1, errMsg: 'ESOCKETTIMEDOUT' }))
    await model.minutes(5)
    expect(statesOf(model, one)).toEqual(['points-expiring unsure', 'tier-upgraded unsure'])
    expect(model.messages).toHaveLength(2)
    expect(model.acceptances().every(({ spentBy }) => spentBy !== null)).toBe(true)
  })
})

describe('a clock that ends in the middle', () => {
  const table: string[] = []
  afterAll(() => process.stdout.write(`\nthe clock is killed → messages out, states\n${table.join('\n')}\n`))

  /** Kills the first instance at one of its steps, lets others go on for five minutes and says what came of it. */
  async function killedAt(step: Step): Promise<Model | null> {
    const model = await shopOf(2)
    model.setNow(new Date(Date.parse(reminderAt) + 60_000).toISOString())
    const never = new Promise<never>(() => undefined)
    let struck: () => void = () => undefined
    const dead = new Promise<'dead'>((resolve) => (struck = () => resolve('dead')))
    const die = () => {
      struck()
      return never
    }
    let sends = 0
    const { effects } = model.instance(
      { yieldBefore: ({ number }) => (step.call === number ? die() : undefined) },
      async (send) => {
        sends += 1
        if (step.send === sends && !step.after) return die()
        const answer = await send()
        return step.send === sends ? die() : answer
      },
    )
    const outcome = await Promise.race([tick(effects), dead])
    if (outcome !== 'dead') return null
    await model.minutes(5)
    return model
  }

  type Step = { call?: number; send?: number; after?: boolean }

  /** What has to hold wherever it ended: each of the two is out at most once and is never tried twice. */
  function expectOnce(model: Model, label: string, atLeast: number): void {
    const templates = model.messages.map(({ templateId }) => templateId)
    const states = statesOf(model, one)
    table.push(`${label.padEnd(28)} ${templates.length}  ${states.join(', ')}`)
    expect(new Set(templates).size).toBe(templates.length)
    expect(templates.length).toBeGreaterThanOrEqual(atLeast)
    expect(states).toHaveLength(2)
    expect(states.filter((state) => !/ (sent|unsure)$/.test(state))).toEqual([])
    const spent = model.acceptances().filter(({ spentBy }) => spentBy !== null)
    expect(new Set(spent.map(({ spentBy }) => spentBy)).size).toBe(spent.length)
    expect(spent).toHaveLength(2)
    expect(model.accounts().map(({ telling }) => telling?.tierMove)).toEqual([null, null])
  }

  it('at any of its database calls sends each message at most once, and tells of both', async () => {
    let call = 1
    for (; ; call += 1) {
      const model = await killedAt({ call })
      if (!model) break
      expectOnce(model, `before database call ${call}`, 1)
    }
    expect(call).toBeGreaterThan(20)
  })

  it.each([1, 2])('before or after message %d has left sends it at most once', async (send) => {
    for (const after of [false, true]) {
      const model = await killedAt({ send, after })
      if (!model) throw new Error('there was no such message')
      expectOnce(model, `${after ? 'after' : 'before'} message ${send} left`, after ? 2 : 1)
      expect(statesOf(model, one).filter((state) => state.endsWith('unsure'))).toHaveLength(1)
    }
  })

  it('fired twice, or again each minute, sends nothing more', async () => {
    const model = await shopOf(2)
    await model.minutes(10)
    expectOnce(model, 'not at all, ten ticks', 2)
  })
})

describe('two instances at once', () => {
  /** Both work off the same account with no lease between them, in an order drawn from a seed. */
  async function race(seed: number): Promise<Model> {
    const model = await shopOf(2)
    model.setNow(new Date(Date.parse(reminderAt) + 60_000).toISOString())
    let state = seed
    const turn = async () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      for (let waits = (state >> 16) % 7; waits > 0; waits -= 1) await Promise.resolve()
    }
    const run = async () => {
      const { effects } = model.instance({ yieldBefore: turn }, async (send) => {
        await turn()
        return send()
      })
      const terms = await currentTerms(effects)
      const account = await effects.store.get<never>('accounts', one)
      if (!terms || !account) return
      await settleAccount(effects, account, new Map(), terms)
      await workOffNotices(effects, terms, { now: effects.now(), until: effects.now() })
    }
    await Promise.all([run(), run(), run()])
    await model.minutes(3)
    return model
  }

  it('send each message once, whichever goes first', async () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const model = await race(seed)
      const templates = model.messages.map(({ templateId }) => templateId).sort()
      expect([seed, templates]).toEqual([seed, ['template-points', 'template-tier']])
      expect([seed, statesOf(model, one)]).toEqual([seed, ['points-expiring sent', 'tier-upgraded sent']])
      expect(model.acceptances().filter(({ spentBy }) => spentBy !== null)).toHaveLength(2)
    }
  })
})
