import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { useCloud } from '../../support/cloud'

const cloud = useCloud({
  functions: {
    probe: { file: 'tests/localcloud/platform/functions/probe.ts' },
    notice: { file: 'tests/localcloud/platform/functions/notice.ts' },
  },
})
beforeEach(() => cloud.reset({ keepProcesses: true }))

const pay = async (api: string, data: object) => {
  const reply = await cloud.call('probe', { operation: 'pay', input: { api, data } }, 'oMember1')
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}
const order = {
  body: '储值 100 元',
  outTradeNo: 'order-0001',
  totalFee: 10_001,
  subMchId: '1900000109',
  spbillCreateIp: '127.0.0.1',
  envId: 'local-1',
  functionName: 'notice',
  attach: 'extra',
}
const number = { subMchId: order.subMchId, outTradeNo: order.outTradeNo }
const answerPage = (path: string, act: 'pay' | 'cancel') =>
  cloud.request(path, { method: 'POST', body: new URLSearchParams({ act }), headers: { accept: 'application/json' } })
const placeAndPay = async () => {
  const { payment } = await pay('unifiedOrder', order)
  await answerPage(payment.payPage, 'pay')
  await cloud.drain()
}
const notices = async () =>
  (await cloud.dump('shop'))
    .map(({ document }) => document as { _id: string; event?: string; taken?: boolean; source?: string })
    .filter(({ event }) => event !== undefined)
    .map(({ event, ...rest }) => ({ ...rest, event: JSON.parse(event!) }))

describe('cloudPay', () => {
  it('takes an order, shows a page that pays it, and tells the function and the query', async () => {
    const placed = await pay('unifiedOrder', order)
    expect(placed).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      payment: { package: `prepay_id=${placed.prepayId}`, signType: 'MD5', payPage: `/pay/${placed.prepayId}` },
    })
    expect(await pay('queryOrder', number)).toMatchObject({ resultCode: 'SUCCESS', tradeState: 'NOTPAY' })
    const html = await (await cloud.request(placed.payment.payPage)).text()
    expect(html).toContain('¥100.01')
    expect(html).toContain('支付')
    expect(await (await answerPage(placed.payment.payPage, 'pay')).json()).toMatchObject({ state: 'SUCCESS' })
    await cloud.drain()
    expect(await pay('queryOrder', number)).toMatchObject({ tradeState: 'SUCCESS', totalFee: 10_001, attach: 'extra' })
    const told = await notices()
    expect(told).toHaveLength(1)
    expect(told[0]!.event).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      ...number,
      totalFee: 10_001,
      attach: 'extra',
      openid: 'oMember1',
    })
  })

  it('brings the notice again until the function has taken it, also over a restart', async () => {
    await cloud.run(() => import('wx-server-sdk').then(({ default: sdk }) => writeRefusals(sdk, 2)))
    await placeAndPay()
    expect((await notices()).map(({ taken }) => taken)).toEqual([false])
    await cloud.restart()
    await cloud.drain()
    await cloud.control('notices', {})
    expect(await cloud.control('notices')).toMatchObject({ payments: [] })
    expect((await notices()).filter(({ taken }) => taken)).toHaveLength(1)
  })

  it('pays once however often the page is answered, and not at all when it is cancelled', async () => {
    const { payment } = await pay('unifiedOrder', order)
    await answerPage(payment.payPage, 'cancel')
    expect(await pay('queryOrder', number)).toMatchObject({ tradeState: 'NOTPAY' })
    const [first] = await Promise.all([answerPage(payment.payPage, 'pay'), answerPage(payment.payPage, 'pay')])
    const again = await answerPage(payment.payPage, 'pay')
    expect((await again.json()).transactionId).toBe((await first.json()).transactionId)
    await cloud.drain()
    expect(await notices()).toHaveLength(1)
  })

  it('pays once when several answers are on their way together, and not what was closed meanwhile', async () => {
    const { payment } = await pay('unifiedOrder', order)
    const answers = await Promise.all([beginAnswer(payment.payPage), beginAnswer(payment.payPage)])
    const paid = []
    for (const answer of answers) paid.push(await answer('act=pay'))
    expect(paid[1]).toEqual({ state: 'SUCCESS', transactionId: paid[0].transactionId })
    const other = { ...number, outTradeNo: 'order-0002' }
    const late = await beginAnswer((await pay('unifiedOrder', { ...order, ...other })).payment.payPage)
    await pay('closeOrder', other)
    expect(await late('act=pay')).toMatchObject({ state: 'CLOSED' })
    await cloud.drain()
    expect(await notices()).toHaveLength(1)
  })

  it('brings the notice again by itself after a restart', async () => {
    await cloud.run(() => import('wx-server-sdk').then(({ default: sdk }) => writeRefusals(sdk, 2)))
    await placeAndPay()
    await cloud.restart()
    while ((await cloud.control('notices')).payments.length > 0) await new Promise(setImmediate)
    expect((await notices()).map(({ taken }) => taken).sort()).toEqual([false, false, true])
  }, 20_000)

  it('gives the same order again for the same number, and refuses the number for another amount', async () => {
    const first = await pay('unifiedOrder', order)
    expect((await pay('unifiedOrder', order)).prepayId).toBe(first.prepayId)
    expect(await pay('unifiedOrder', { ...order, totalFee: 1 })).toMatchObject({
      resultCode: 'FAIL',
      errCode: 0,
      errCodeDes: '商户订单号重复',
    })
  })

  it.each([
    ['a fraction of a fen', { totalFee: 1.5 }],
    ['a negative amount', { totalFee: -1 }],
    ['no order number', { outTradeNo: '' }],
    ['no function for the notice', { functionName: '' }],
  ])('refuses %s', async (_, change) => {
    expect(await pay('unifiedOrder', { ...order, ...change })).toMatchObject({ resultCode: 'FAIL' })
  })

  it('refunds in parts up to what was paid, tells the function, and never twice under one number', async () => {
    await placeAndPay()
    const refund = {
      ...number,
      outRefundNo: 'refund-1',
      totalFee: 10_001,
      refundFee: 10_000,
      envId: 'local-1',
      functionName: 'notice',
    }
    const made = await pay('refund', refund)
    expect(made).toMatchObject({ resultCode: 'SUCCESS', refundFee: 10_000 })
    expect((await pay('refund', refund)).refundId).toBe(made.refundId)
    expect(await pay('refund', { ...refund, outRefundNo: 'refund-2', refundFee: 2 })).toMatchObject({
      resultCode: 'FAIL',
    })
    expect(await pay('refund', { ...refund, outRefundNo: 'refund-2', refundFee: 1 })).toMatchObject({
      resultCode: 'SUCCESS',
    })
    await cloud.drain()
    const refunds = (await notices()).filter(({ event }) => event.refundStatus === 'SUCCESS')
    expect(refunds.map(({ event }) => event.refundFee).sort()).toEqual([1, 10_000].sort())
    expect(await pay('queryRefund', number)).toMatchObject({ refundCount: 2 })
    expect(await pay('queryOrder', number)).toMatchObject({ tradeState: 'REFUND' })
  })

  it('closes an open order for good and never a paid one', async () => {
    const { payment } = await pay('unifiedOrder', order)
    expect(await pay('closeOrder', number)).toMatchObject({ resultCode: 'SUCCESS' })
    await answerPage(payment.payPage, 'pay')
    expect(await pay('queryOrder', number)).toMatchObject({ tradeState: 'CLOSED' })
    await pay('unifiedOrder', { ...order, outTradeNo: 'order-0002' }).then(({ payment: open }) =>
      answerPage(open.payPage, 'pay'),
    )
    expect(await pay('closeOrder', { ...number, outTradeNo: 'order-0002' })).toMatchObject({
      resultCode: 'FAIL',
      errCodeDes: '该订单已支付',
    })
  })

  it('knows no order that was not placed, and names what it does not emulate', async () => {
    expect(await pay('queryOrder', number)).toMatchObject({ resultCode: 'FAIL', errCodeDes: '订单不存在' })
    expect((await pay('downloadBill', {})).errMsg).toContain('does not emulate cloudPay.downloadBill')
    expect((await cloud.request('/pay/unknown')).status).toBe(404)
  })
})

/** Sends the head of an answer; resolves when the gateway has it, with a function that sends the rest. */
async function beginAnswer(path: string): Promise<(body: string) => Promise<any>> {
  const headers = { accept: 'application/json', expect: '100-continue' }
  const sending = httpRequest(`${cloud.url}${path}`, { method: 'POST', headers })
  sending.flushHeaders()
  await once(sending, 'continue')
  return async (body) => {
    sending.end(body)
    const [response] = await once(sending, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString())
  }
}

async function writeRefusals(sdk: any, left: number): Promise<void> {
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  await sdk.database().collection('shop').doc('refusals').set({ data: { left } })
}
