import { fireEvent, screen, waitFor } from '@testing-library/react'
import { becomeMember } from '../../client/src/features/members/joined'
import MePage from '../../client/src/pages/me/index'
import WelcomePage from '../../client/src/pages/welcome/index'
import type { MemberHome } from '../../shared/members/contract'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { enrolled, newHome, replies, welcome } from './support/replies'

const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const withHome = (value: MemberHome) => (asked: Asked) => (asked.operation === 'home.read' ? value : shop(asked))
const words = () => document.body.textContent ?? ''
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const asks = (asked: Asked[], name: string) => asked.filter(({ operation }) => operation === name)
const urls = (visited: { url?: string }[]) => visited.map(({ url }) => url)

/** Somebody has joined this minute. */
async function welcomed(cloud: (asked: Asked) => unknown = withHome(newHome), came = welcome) {
  const phone = takePhone(cloud)
  await becomeMember(enrolled, came)
  openPage(WelcomePage)
  await screen.findByText('普通会员')
  return phone
}

describe('the welcome page', () => {
  it('shows the new card with its number, and the how manieth member this is', async () => {
    await welcomed()
    for (const shown of ['欢迎你', '你是屿间茶舍第 28,614 位会员', 'No. 8826 0173', '长期有效 · 建国西路店入会']) {
      expect(words()).toContain(shown)
    }
    expect(words()).toContain('再消费 ¥500 升级银卡')
  })

  it('gives each gift the state it truly has: points have arrived, benefits are looked up', async () => {
    const { visited } = await welcomed()
    expect(document.getElementById('gift-points')?.textContent).toBe('100 积分可抵 1 元，下次到店就能用已到账')
    expect(document.getElementById('gift-birthday-drink')?.textContent).toBe('生日饮品见权益')
    press('gift-birthday-drink')
    press('welcome-code')
    expect(urls(visited).slice(1)).toEqual(['/pages/assets/tier', '/pages/code/index'])
  })

  it('names no worth where points are no money, and no store where nobody led here', async () => {
    await welcomed(withHome(newHome), { ...welcome, enrolmentWorthFen: null, from: null })
    expect(words()).toContain('100 积分已记入你的账户')
    expect(words()).not.toMatch(/可抵|建国西路店入会/)
  })

  it('takes a name from whoever gave none, and calls them by it', async () => {
    const { asked } = await welcomed()
    press('welcome-name')
    fireEvent.change(document.getElementById('name-text')!, { target: { value: ' 小满 ' } })
    press('name-save')
    expect(await screen.findByText('欢迎你，小满')).toBeTruthy()
    expect(asks(asked, 'members.rename').map(({ input }) => input)).toEqual([{ name: '小满' }])
    await waitFor(() => expect(document.getElementById('name-text')).toBeNull())
    expect(document.getElementById('welcome-name')).toBeNull()
  })

  it('says why a name was not taken, and keeps it', async () => {
    await welcomed((asked) =>
      asked.operation === 'members.rename' ? new Refusal('rate_limited', '操作太快') : withHome(newHome)(asked),
    )
    press('welcome-name')
    fireEvent.change(document.getElementById('name-text')!, { target: { value: '小满' } })
    press('name-save')
    expect(await screen.findByText('操作太快')).toBeTruthy()
    expect((document.getElementById('name-text') as HTMLInputElement).value).toBe('小满')
  })

  it('is for somebody who has just joined, and leads anybody else home', async () => {
    const { visited } = takePhone(withHome(newHome))
    openPage(WelcomePage)
    await waitFor(() => expect(visited).toMatchObject([{ kind: 'tab', url: '/pages/home/index' }]))
  })
})

describe('我的 of a visitor', () => {
  const stranger = (asked: Asked) =>
    asked.operation === 'home.read' || asked.operation === 'staff.me' ? new Refusal('not_enrolled') : shop(asked)

  it('says what each tier asks and newly gives, and leads to joining and to an invitation', async () => {
    const { visited } = takePhone(stranger)
    openPage(MePage)
    await screen.findByText('你还不是会员')
    await screen.findByText('银卡')
    expect(words()).toContain('普通入会即享每元 1 分 · 生日饮品')
    expect(words()).toContain('银卡累计消费满 ¥5009 折 · 每元 1.5 分 · 优先席')
    press('visitor-join')
    press('me-invited')
    expect(urls(visited)).toEqual(['/pages/home/index', '/pages/staff/join'])
  })
})
