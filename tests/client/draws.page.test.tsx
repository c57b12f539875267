import { createHash } from 'node:crypto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import DrawPage from '../../client/src/pages/draws/draw'
import DrawsPage from '../../client/src/pages/draws/index'
import MyDrawsPage from '../../client/src/pages/draws/mine'
import DrawProofPage from '../../client/src/pages/draws/proof'
import { hashing as phonesOwn } from '../../client/src/features/draws/hashing'
import { drawn, file, hashing, read, rules, taken, told } from './support/draws'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const asks = (asked: Asked[], operation: string) => asked.filter((one) => one.operation === operation)
type Answers = { [operation: string]: unknown }
const answering = (answers: Answers) => (asked: Asked) => answers[asked.operation]

// Whoever asks for less movement sees the result at once; so do these tests.
beforeEach(() => {
  window.matchMedia = (() => ({ matches: true })) as never
})

async function openDraw(answers: Answers = {}, change: object = {}) {
  const phone = takePhone(
    answering({
      'draws.read': { ...read, ...change },
      'draws.take-chance': taken,
      'draws.draw': drawn,
      ...answers,
    }),
  )
  phone.openedWith({ draw: 'wheel' })
  openPage(DrawPage)
  await waitFor(() => expect(document.getElementById('draw-go')).toBeTruthy())
  return phone
}

describe('the page of a draw', () => {
  it('shows until when, how often, the commitment, the chances and where from, and the last winner masked', async () => {
    await openDraw()
    for (const shown of [
      '转盘',
      '1 月 31 日截止',
      '每人每天最多 3 次',
      '本期结果可验证',
      '还有 2 次机会',
      '消费满 ¥50',
    ])
      expect(words()).toContain(shown)
    expect(words()).toContain(`${file.commitment.slice(0, 4)}…${file.commitment.slice(-4)}`)
    expect(words()).toContain('尾号 2290 抽中 罐装茶')
  })

  it('fixes a salt of its own before the number is given, draws, and shows the prize and what to do', async () => {
    const phone = await openDraw()
    press('draw-go')
    press('draw-go')
    await waitFor(() => expect(document.getElementById('result-prize')?.textContent).toBe('罐装茶'))
    const [take] = asks(phone.asked, 'draws.take-chance')
    const [draw] = asks(phone.asked, 'draws.draw')
    const salt = draw!.input['salt'] as string
    expect(salt).toMatch(/^[0-9a-f]{32}$/)
    expect(take!.input['saltHash']).toBe(createHash('sha256').update(salt).digest('hex'))
    expect(asks(phone.asked, 'draws.draw')).toHaveLength(1)
    expect(words()).toContain('到店出示会员码领取')
    expect(document.getElementById('result-again')!.textContent).toBe('再抽一次（剩 1 次）')
    press('result-verify')
    expect(phone.visited.at(-1)?.url).toBe(`/pages/draws/proof?round=${rules.roundId}&number=1`)
  })

  it('goes on with the same number and the same salt where the network was lost between the steps', async () => {
    const phone = await openDraw({ 'draws.draw': unreachable })
    press('draw-go')
    await waitFor(() => expect(words()).toContain('再点一次会接着开同一个号'))
    phone.serve(answering({ 'draws.read': { ...read, chances: 0 }, 'draws.draw': drawn }))
    press('draw-go')
    await waitFor(() => expect(document.getElementById('result-prize')).toBeTruthy())
    const [first, second] = asks(phone.asked, 'draws.draw')
    expect(second!.input).toEqual(first!.input)
    expect(second!.requestId).toBe(first!.requestId)
    expect(asks(phone.asked, 'draws.take-chance')).toHaveLength(1)
  })

  it('takes the same chance again, by the same id, where no number was heard of', async () => {
    const phone = await openDraw({ 'draws.take-chance': unreachable })
    press('draw-go')
    await waitFor(() => expect(words()).toContain('不会多扣机会'))
    press('draw-go')
    await waitFor(() => expect(asks(phone.asked, 'draws.take-chance')).toHaveLength(2))
    const [first, second] = asks(phone.asked, 'draws.take-chance')
    expect([second!.requestId, second!.input]).toEqual([first!.requestId, first!.input])
  })

  it('says that a number waits when the app was closed in between, though no chance is left', async () => {
    const phone = await openDraw({ 'draws.draw': unreachable })
    press('draw-go')
    await waitFor(() => expect(asks(phone.asked, 'draws.draw')).toHaveLength(1))
    const { saltHash } = asks(phone.asked, 'draws.take-chance')[0]!.input as { saltHash: string }
    phone.restart()
    const waiting = [{ roundId: rules.roundId, number: 1, saltHash }]
    phone.serve(answering({ 'draws.read': { ...read, chances: 0, waiting }, 'draws.draw': drawn }))
    cleanup()
    openPage(DrawPage)
    await waitFor(() => expect(words()).toContain('上次取的 1 号还没开奖'))
    press('draw-go')
    await waitFor(() => expect(document.getElementById('result-prize')).toBeTruthy())
  })

  it.each([
    ['soon', '未开始'],
    ['paused', '今天不开'],
    ['closed', '已结束'],
  ])('cannot be drawn while it is %s', async (state, note) => {
    const phone = await openDraw({}, { state })
    expect(document.getElementById('draw-go')!.textContent).toContain(note)
    press('draw-go')
    expect(asks(phone.asked, 'draws.take-chance')).toEqual([])
  })

  it('cannot be drawn without a chance, and a refusal is said', async () => {
    const none = await openDraw({}, { chances: 0 })
    expect(document.getElementById('draw-go')!.textContent).toContain('没有机会')
    press('draw-go')
    expect(asks(none.asked, 'draws.take-chance')).toEqual([])
    cleanup()
    await openDraw({ 'draws.take-chance': new Refusal('draw_limit', '最多抽 3 次，你已经抽满了') })
    press('draw-go')
    await waitFor(() => expect(words()).toContain('最多抽 3 次'))
  })

  it('buys a chance for points once, after saying what it takes and leaves', async () => {
    const phone = await openDraw({ 'draws.buy-chance': { chances: 3, balance: 1_150 } }, { balance: 1_250 })
    press('draw-buy')
    expect(words()).toContain('用 100 积分换 1 次机会，之后还有 1,150 积分。积分用了不退回。')
    press('sheet-close')
    press('draw-buy')
    expect(asks(phone.asked, 'draws.buy-chance')).toHaveLength(0)
    press('draw-buy-confirm')
    press('draw-buy-confirm')
    await waitFor(() => expect(document.getElementById('draw-buy-confirm')).toBeNull())
    expect(asks(phone.asked, 'draws.buy-chance').map(({ input }) => input)).toEqual([{ drawId: 'wheel', points: 100 }])
  })

  it('shows what a chance takes now where that has changed, before any points are taken', async () => {
    const changed = new Refusal('chance_price_changed', '现在要 200 积分换 1 次，没有扣你的积分。请看过后再换')
    const phone = await openDraw({ 'draws.buy-chance': changed })
    press('draw-buy')
    const ways = [{ ...read.ways[2]!, points: 200 }]
    phone.serve(answering({ 'draws.read': { ...read, ways }, 'draws.buy-chance': changed }))
    press('draw-buy-confirm')
    await screen.findByText(changed.message)
    await waitFor(() => expect(words()).toContain('用 200 积分换 1 次机会，之后还有 1,050 积分。'))
    expect(document.getElementById('draw-buy-confirm')!.textContent).toBe('用 200 积分换')
    phone.serve(answering({ 'draws.read': read, 'draws.buy-chance': { chances: 3, balance: 1_050 } }))
    press('draw-buy-confirm')
    await waitFor(() => expect(document.getElementById('draw-buy-confirm')).toBeNull())
    const bought = asks(phone.asked, 'draws.buy-chance')
    expect(bought.map(({ input }) => input['points'])).toEqual([100, 200])
    expect(bought[1]!.requestId).not.toBe(bought[0]!.requestId)
  })

  it('sells none to whoever has too few points, and says how many are missing', async () => {
    const phone = await openDraw({}, { balance: 60 })
    press('draw-buy')
    expect(words()).toContain('换 1 次要 100 积分，你有 60 积分。')
    expect(document.getElementById('draw-buy-confirm')!.textContent).toBe('还差 40 积分')
    press('draw-buy-confirm')
    expect(asks(phone.asked, 'draws.buy-chance')).toHaveLength(0)
  })

  it.each(['draw_unknown', 'input_invalid'])('that is none (%s) leads to the others', async (code) => {
    const phone = takePhone(() => new Refusal(code, '填写的内容有误：drawId'))
    phone.openedWith({})
    openPage(DrawPage)
    expect(await screen.findByText('可能已经结束，去看看别的抽奖')).toBeTruthy()
    expect(words()).not.toContain('drawId')
    press('page-state-action')
    expect(phone.visited.at(-1)?.url).toBe('/pages/draws/index')
  })

  it('shows every prize with its odds and how many are left, and the rules', async () => {
    await openDraw()
    press('draw-prizes')
    for (const shown of ['10%', '80%', '共 1 份', '剩 1', '改得「谢谢参与」']) expect(words()).toContain(shown)
    press('sheet-close')
    press('draw-rules')
    for (const shown of ['主办方', 'Test', '1 月 1 日 – 1 月 31 日', '与微信无关']) expect(words()).toContain(shown)
  })

  it('shows the winners, and lets whoever won before joining take it', async () => {
    const phone = await openDraw(
      {
        'draws.claim': { prizes: [rules.prizes[0]!.name] },
        'draws.winners': { winners: read.winners, nextBefore: null },
      },
      { unclaimed: 1 },
    )
    press('draw-winners')
    await waitFor(() => expect(asks(phone.asked, 'draws.winners')).toHaveLength(1))
    press('sheet-close')
    press('draw-claim')
    await waitFor(() => expect(asks(phone.asked, 'draws.claim')).toHaveLength(1))
  })

  it.each(['nine-grid', 'scratch'] as const)('plays as %s as well', async (form) => {
    await openDraw({}, { rules: { ...rules, form } })
    press('draw-go')
    if (form === 'scratch') {
      await waitFor(() => expect(document.getElementById('scratch-open')).toBeTruthy())
      press('scratch-open')
    }
    await waitFor(() => expect(document.getElementById('result-prize')?.textContent).toBe('罐装茶'))
  })
})

describe('the page that checks a draw', () => {
  const openProof = async (
    result: unknown,
    params: { [name: string]: string } = { round: rules.roundId, number: '1' },
  ) => {
    const phone = takePhone(answering({ 'draws.result': result, 'draws.proof': { part: file, nextAfter: null } }))
    phone.openedWith(params)
    openPage(DrawProofPage)
    return phone
  }

  it('hashes on the phone as the cloud does', () => {
    for (const text of ['', 'wheel|1|abc', '罐装茶'])
      expect([phonesOwn.sha256(text), phonesOwn.hmacSha256('5e'.repeat(32), text)]).toEqual([
        hashing.sha256(text),
        hashing.hmacSha256('5e'.repeat(32), text),
      ])
  })

  it('says when it can be checked while the draw is open', async () => {
    await openProof(told(false))
    await waitFor(() => expect(words()).toContain('结束后才能核对'))
    expect(words()).toContain('1 月 31 日后公布')
    expect(document.getElementById('proof-go')).toBeNull()
  })

  it('works the result out again and finds it whole', async () => {
    await openProof(told(true))
    await waitFor(() => expect(document.getElementById('proof-go')).toBeTruthy())
    press('proof-go')
    expect(words()).toContain('核对通过，结果没被改过')
    expect(words()).toContain('封条一致')
  })

  it('finds a seed that is not the one committed to, and a prize that was not drawn', async () => {
    await openProof({ ...told(true), seed: '00'.repeat(32) })
    await waitFor(() => expect(document.getElementById('proof-go')).toBeTruthy())
    press('proof-go')
    expect(words()).toContain('核对不通过')
    expect(words()).toContain('封条一致：不符')
  })

  it('copies the whole round for the command', async () => {
    const phone = await openProof(null, { round: rules.roundId, commitment: file.commitment })
    press('proof-all')
    await waitFor(() => expect(phone.screen).toEqual([`copy ${JSON.stringify(file)}`]))
  })
})

describe('the lists', () => {
  it('lead to a draw and to the proof of a result', async () => {
    const { from, until } = rules
    const draws = [{ drawId: 'wheel', name: rules.name, form: 'wheel', state: 'open', from, until, chances: 2 }]
    const phone = takePhone(answering({ 'draws.all': { serverAt: read.serverAt, draws } }))
    openPage(DrawsPage)
    await waitFor(() => expect(words()).toContain('2 次机会'))
    press('draw-wheel')
    expect(phone.visited.at(-1)?.url).toBe('/pages/draws/draw?draw=wheel')
  })

  it('show what I drew', async () => {
    const { roundId } = rules
    const mine = {
      drawId: 'wheel',
      roundId,
      number: 1,
      place: 1,
      chain: drawn.chain,
      prize: rules.prizes[0]!.name,
      isPrize: true,
      at: read.serverAt,
    }
    const phone = takePhone(answering({ 'draws.mine': { serverAt: read.serverAt, results: [mine], nextBefore: null } }))
    openPage(MyDrawsPage)
    await waitFor(() => expect(words()).toContain('罐装茶'))
    press(`mine-${roundId}-1`)
    expect(phone.visited.at(-1)?.url).toBe(`/pages/draws/proof?round=${roundId}&number=1`)
  })
})
