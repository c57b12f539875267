import { fireEvent, screen, waitFor } from '@testing-library/react'
import SettingsPage from '../../client/src/pages/account/messages'
import type { OutputOf } from '../../shared/kit/contract'
import { wordsNow } from '../../shared/messages/preferences'
import type { messagesSettings } from '../../shared/messages/settings-contract'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'

type Settings = OutputOf<typeof messagesSettings>
const way = { available: true, agreedAt: null, to: null, version: wordsNow.version }
const settings: Settings = {
  serverAt: '2026-06-01T04:00:00.000Z',
  topics: [],
  text: { ...way, to: '…8000', words: wordsNow.text },
  mail: { ...way, words: wordsNow.mail },
}
const agreed = { ...settings.mail, agreedAt: '2026-06-01T04:00:00.000Z', to: 'li…@example.com' }
const sent = { goodUntil: '2026-06-01T04:05:00.000Z', againAt: '2026-06-01T04:01:00.000Z' }
const address = 'lin@example.com'

/** A cloud that mails, and takes the code 123456 for right. */
const cloud = ({ operation, input }: Asked): unknown => {
  if (operation === 'messages.settings') return settings
  if (operation === 'messages.send-mail-code') return sent
  const { kind, code } = input.change as { kind: string; code?: string }
  if (kind === 'mail' && code !== '123456') return new Refusal('text_code_wrong', '验证码不对，还可以再试 4 次')
  return { ...settings, mail: agreed }
}
const at = (id: string) => document.getElementById(id)!
const type = (id: string, value: string) => fireEvent.input(at(id), { target: { value }, detail: { value } })
const shows = (text: string) => waitFor(() => expect(document.body.textContent).toContain(text))
async function openSheet(kind: 'text' | 'mail', answers = cloud) {
  const phone = takePhone(answers)
  openPage(SettingsPage)
  await screen.findByText('消息设置')
  await waitFor(() => expect(at(`way-${kind}`)).toBeTruthy())
  fireEvent.click(at(`way-${kind}`))
  await waitFor(() => expect(at('way-agree')).toBeTruthy())
  const told = (operation: string) => phone.asked.filter((one) => one.operation === operation).map(({ input }) => input)
  return { told }
}

describe('agreeing to mail', () => {
  it('takes the address, the code that arrived there, and only then the consent', async () => {
    const { told } = await openSheet('mail')
    type('mail-address', `${address} `)
    fireEvent.click(at('mail-send'))
    await shows('验证码已发到这个邮箱')
    expect(told('messages.send-mail-code')).toEqual([{ address }])
    expect(at('mail-send').textContent).toContain('秒后重发')
    type('mail-code', '123456')
    fireEvent.click(at('way-agree'))
    await shows('li…@example.com')
    const change = { kind: 'mail', on: true, words: wordsNow.version, address, code: '123456' }
    expect(told('messages.set-preference')).toEqual([{ change }])
  })

  it('asks the cloud for nothing before address and code are whole, and says what is missing', async () => {
    const { told } = await openSheet('mail')
    type('mail-address', 'lin')
    fireEvent.click(at('mail-send'))
    await shows('邮箱格式不对')
    type('mail-address', address)
    type('mail-code', '12x3')
    fireEvent.click(at('way-agree'))
    await shows('验证码是 6 位数字')
    expect([told('messages.send-mail-code'), told('messages.set-preference')]).toEqual([[], []])
  })

  it('says at the code that it is wrong, and stays open for the right one', async () => {
    await openSheet('mail')
    type('mail-address', address)
    type('mail-code', '654321')
    fireEvent.click(at('way-agree'))
    await shows('验证码不对，还可以再试 4 次')
    type('mail-code', '123456')
    fireEvent.click(at('way-agree'))
    await shows('li…@example.com')
  })

  it('says plainly that no mail left, and lets another be asked for', async () => {
    const words = '邮件没有发出去，邮箱还没有确认。请检查邮箱，一分钟后再试'
    await openSheet('mail', (asked) =>
      asked.operation === 'messages.send-mail-code' ? new Refusal('mail_not_sent', words) : cloud(asked),
    )
    type('mail-address', address)
    fireEvent.click(at('mail-send'))
    await shows(words)
    expect(at('mail-send').textContent).toContain('获取验证码')
  })
})

describe('agreeing to texts', () => {
  it('shows the words and the number, and needs no code', async () => {
    const { told } = await openSheet('text')
    expect(document.body.textContent).toContain('发到 …8000')
    fireEvent.click(at('way-agree'))
    await waitFor(() =>
      expect(told('messages.set-preference')).toEqual([
        { change: { kind: 'text', on: true, words: wordsNow.version } },
      ]),
    )
  })
})
