import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { OutputOf } from '../../shared/kit/contract'
import type { programmesCheck, programmesRead } from '../../shared/programme/contract'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { newStore } from '../../shared/programme/presets/new-store'
import { changeSettings } from '../../client/src/kit/settings'
import MePage from '../../client/src/pages/me/index'
import ProgrammePage from '../../client/src/pages/manager/programme'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { me } from './support/replies'
import { asks, cloudNow, press, shop, words } from './support/till'

const live = { version: 3, effectiveAt: '2026-04-02T02:00:00.000Z', programme: demoTea }
const toCome = { version: 4, effectiveAt: '2026-07-01T02:00:00.000Z', programme: demoTea }
const versions: OutputOf<typeof programmesRead> = {
  live,
  toCome: [],
  newest: 3,
  presets: [{ id: newStore.id, name: newStore.name }],
  preset: null,
}
const clean: OutputOf<typeof programmesCheck> = {
  faults: [],
  warnings: [],
  against: 3,
  differences: [],
  earliestAt: '2026-05-21T04:15:00.000Z',
}
const cloud = (answers: { [operation: string]: unknown } = {}) => {
  const all: { [operation: string]: unknown } = { 'programmes.read': versions, 'programmes.check': clean, ...answers }
  return (asked: Asked) => all[asked.operation] ?? shop(asked)
}
const box = () => document.querySelector<HTMLTextAreaElement>('#draft-text')!
const write = (text: string) => fireEvent.input(box(), { target: { value: text } })

async function opened(answers: { [operation: string]: unknown } = {}) {
  const phone = takePhone(cloud(answers))
  const page = openPage(ProgrammePage)
  await screen.findByText('线上版本')
  return { ...phone, page }
}

/** A draft was begun from what is in force. */
async function drafting(answers: { [operation: string]: unknown } = {}) {
  const phone = await opened(answers)
  press('page-state-action')
  press('start-live')
  return phone
}

// The phone's clock stands, since days near it are said as words.
beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(cloudNow))
afterEach(() => jest.restoreAllMocks())

describe('the programme of a manager', () => {
  it('shows what is in force and since when, and that nothing is to come', async () => {
    await opened()
    for (const shown of [demoTea.name.zh, '第 3 版 · 生效于 4 月 2 日', '没有等待生效的版本', '还没有草稿'])
      expect(words()).toContain(shown)
  })

  it('takes a version to come back once that was confirmed, and reads what stands again', async () => {
    const withdrawn = { version: 4, withdrawnAt: '2026-05-21T04:10:00.000Z' }
    const phone = await opened({
      'programmes.read': { ...versions, toCome: [toCome], newest: 4 },
      'programmes.withdraw': withdrawn,
    })
    expect(words()).toContain('第 4 版 · 7 月 1 日 10:00 生效')
    press('withdraw-4')
    expect(words()).toContain('第 4 版原定 7 月 1 日 10:00 生效')
    expect(asks(phone.asked, 'programmes.withdraw')).toEqual([])
    phone.serve(cloud({ 'programmes.withdraw': withdrawn }))
    press('withdraw-confirm')
    await screen.findByText('没有等待生效的版本')
    expect(asks(phone.asked, 'programmes.withdraw')[0]?.input).toEqual({ version: 4 })
    expect(document.getElementById('withdraw-confirm')).toBeNull()
  })

  it('says why a version cannot be taken back', async () => {
    const followed = new Refusal('version_followed', '它后面还有第 5 版，请先撤回那一版')
    await opened({ 'programmes.read': { ...versions, toCome: [toCome] }, 'programmes.withdraw': followed })
    press('withdraw-4')
    press('withdraw-confirm')
    expect(await screen.findByText('它后面还有第 5 版，请先撤回那一版')).toBeTruthy()
    expect(document.getElementById('withdraw-confirm')).not.toBeNull()
  })

  it('begins a draft from what is in force and keeps what is written between visits', async () => {
    const phone = await drafting()
    expect(JSON.parse(box().value)).toEqual(JSON.parse(JSON.stringify(demoTea)))
    expect(words()).toContain(`起自${demoTea.name.zh}`)
    write('{"id": "mine"}')
    phone.page.unmount()
    phone.restart()
    openPage(ProgrammePage)
    await screen.findByText('线上版本')
    expect(box().value).toBe('{"id": "mine"}')
  })

  it('begins it from a preset, which is asked for whole only once it is chosen', async () => {
    const phone = await opened()
    press('page-state-action')
    expect(asks(phone.asked, 'programmes.read')).toHaveLength(1)
    phone.serve(cloud({ 'programmes.read': { ...versions, preset: newStore } }))
    press(`start-${newStore.id}`)
    await waitFor(() => expect(box()).not.toBeNull())
    expect(asks(phone.asked, 'programmes.read')[1]?.input).toEqual({ preset: newStore.id })
    expect(JSON.parse(box().value).id).toBe(newStore.id)
  })

  it('says that a new beginning replaces the draft, and throws it away where that is wanted', async () => {
    await drafting()
    press('draft-restart')
    expect(words()).toContain('现在的草稿会被换掉')
    press('draft-drop')
    await screen.findByText('还没有草稿')
  })

  it('tells each fault with its place, also of a text that cannot be read', async () => {
    const unreadable = { path: '', zh: '这不是有效的 JSON', en: 'This is not valid JSON' }
    const phone = await drafting({
      'programmes.check': { ...clean, faults: [unreadable], earliestAt: null },
    })
    write('{"id": ')
    press('draft-check')
    await screen.findByText('1 处要改')
    expect(words()).toContain('这不是有效的 JSON整份草稿')
    expect(asks(phone.asked, 'programmes.check')[0]?.input).toEqual({ draft: '{"id": ' })
    expect(words()).not.toContain('最早生效')
    const fault = { path: 'tiers.2.name', zh: '名称不能为空', en: 'A name is needed' }
    phone.serve(cloud({ 'programmes.check': { ...clean, faults: [fault], earliestAt: null } }))
    press('draft-check')
    await waitFor(() => expect(words()).toContain('名称不能为空tiers.2.name'))
  })

  it('tells every difference, which of them leave members with less, what to think about and the soonest day', async () => {
    const differences = [
      { path: 'tiers.gold', zh: '金卡：累计消费 ¥1,000 → ¥1,200', en: 'Gold: spend ¥1,000 → ¥1,200', adverse: true },
      { path: 'tiers.silver', zh: '银卡：每元 1 → 2 积分', en: 'Silver: 1 → 2 points', adverse: false },
    ]
    const warnings = [{ path: 'points', zh: '积分没有上限', en: 'Points have no cap' }]
    await drafting({
      'programmes.check': { ...clean, differences, warnings, earliestAt: '2026-06-20T04:10:00.000Z' },
    })
    press('draft-check')
    await screen.findByText('和第 3 版比，2 处不同')
    expect(words()).toContain('金卡：累计消费 ¥1,000 → ¥1,200会员少得银卡：每元 1 → 2 积分最早生效')
    expect(words()).toContain('1 处请留意积分没有上限points')
    expect(words()).toContain('1 处会让会员少得，要提前公布')
    expect(words()).toContain('6 月 20 日 12:10')
  })

  it('says of a draft that changes nothing that it does not, and takes the finding back with the next letter', async () => {
    await drafting()
    press('draft-check')
    await screen.findByText('和第 3 版一样')
    write(`${box().value} `)
    expect(words()).not.toContain('和第 3 版一样')
  })

  it('says that a check did not come, and asks once more', async () => {
    const phone = await drafting({ 'programmes.check': unreachable })
    press('draft-check')
    await screen.findByText('没有检查成，草稿还在')
    phone.serve(cloud())
    press('check-again')
    await screen.findByText('和第 3 版一样')
  })

  it('leads to the trial', async () => {
    const phone = await drafting()
    press('draft-try')
    expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/manager/whatif' })
  })

  it('sends no draft that is longer than the cloud takes', async () => {
    await drafting()
    write('x'.repeat(200_001))
    expect(words()).toContain('草稿太长，最多 200,000 个字符')
    expect(document.getElementById('draft-check')!.getAttribute('aria-disabled')).toBe('true')
  })

  it('offers to try again where nothing came', async () => {
    const phone = takePhone(cloud({ 'programmes.read': new Refusal('internal_error', '出错了') }))
    openPage(ProgrammePage)
    await screen.findByText('没加载出来')
    phone.serve(cloud())
    press('page-state-action')
    await screen.findByText('线上版本')
  })

  it('speaks English', async () => {
    takePhone(cloud())
    changeSettings({ language: 'en' })
    openPage(ProgrammePage)
    await screen.findByText('In force')
    for (const shown of [demoTea.name.en, 'Version 3 · since 2 Apr', 'No draft yet']) expect(words()).toContain(shown)
  })

  it('stands on a manager’s own page, and on nobody else’s', async () => {
    const myPage = async (role: 'staff' | 'manager') => {
      const phone = takePhone(cloud({ 'staff.me': { ...me, role } }))
      const page = openPage(MePage)
      await waitFor(() => expect(document.getElementById('me-staff')).not.toBeNull())
      return { ...phone, page }
    }
    const phone = await myPage('manager')
    press('me-programme')
    expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/manager/programme' })
    phone.page.unmount()
    await myPage('staff')
    expect(document.getElementById('me-programme')).toBeNull()
  })
})
