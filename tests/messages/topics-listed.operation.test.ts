import type { Message } from '../../shared/programme/parts/messages'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { bendProgramme, enrolPhone, phone, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea')
const { cloud } = shop
const anna = 'o-member-1'
const listed = async (): Promise<string[]> =>
  valueOf(await phone(cloud, anna, 'messages.settings')).topics.map(({ topic }: any) => topic)
const service = ['card-used', 'event-place', 'event-opens', 'check-in', 'restock', 'follow-up']
const byTier = ['tier-upgraded', 'points-expiring']

describe('the settings of messages', () => {
  it('list what this shop’s programme tells and its service, and no topic of another shop’s', async () => {
    const text = { zh: '{day}见', en: 'See you {day}' }
    const wish: Message = {
      ...{ id: 'wish', on: { kind: 'birthday', daysBefore: 0 }, text },
      ...{ purpose: 'promotion', channels: ['inbox'] },
    }
    await bendProgramme(cloud, { messages: { list: [wish] } })
    await enrolPhone(cloud, anna)
    expect((await listed()).sort()).toEqual([...service, ...byTier, 'birthday'].sort())
    await bendProgramme(cloud, { messages: { list: [] } })
    expect((await listed()).sort()).toEqual([...service, ...byTier].sort())
  })

  it('list a topic that was turned off as long as it is, though the programme tells nothing of it any more', async () => {
    await bendProgramme(cloud, { messages: { list: [] } })
    await enrolPhone(cloud, anna)
    const turn = (on: boolean) =>
      phone(cloud, anna, 'messages.set-preference', { change: { kind: 'topic', topic: 'news', on } })
    valueOf(await turn(false))
    expect(await listed()).toContain('news')
    valueOf(await turn(true))
    expect(await listed()).not.toContain('news')
  })

  it('of the demonstration shop are what its messages are about', async () => {
    await enrolPhone(cloud, anna)
    const kinds = (demoTea.messages?.list ?? []).map(({ on }) => on.kind)
    expect((await listed()).length).toBeLessThanOrEqual(service.length + byTier.length + new Set(kinds).size)
    expect(await listed()).not.toContain('term-ending')
  })
})
