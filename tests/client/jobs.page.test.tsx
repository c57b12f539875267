import { screen, waitFor } from '@testing-library/react'
import type { clockJobs } from '../../shared/clock/contract'
import type { OutputOf } from '../../shared/kit/contract'
import JobsPage from '../../client/src/pages/manager/jobs'
import MePage from '../../client/src/pages/me/index'
import { changeSettings } from '../../client/src/kit/settings'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { asks, press, refusing, shop, words } from './support/till'
import { me } from './support/replies'

type Board = OutputOf<typeof clockJobs>
const now = '2026-05-21T04:10:00.000Z'
const run = {
  startedAt: '2026-05-21T04:06:00.000Z',
  endedAt: '2026-05-21T04:06:01.000Z',
  by: 'clock' as const,
  due: 3,
  done: 3,
  failed: 0,
  left: false,
  words: null,
}
const accounts: Board['jobs'][number] = {
  name: 'accounts',
  title: { zh: '会员到期事项', en: 'Due dates of members' },
  state: 'well',
  last: run,
  nextAt: '2026-05-21T16:00:00.000Z',
  backlog: 0,
  failures: 0,
  trouble: null,
}
const events: Board['jobs'][number] = {
  ...accounts,
  name: 'events',
  title: { zh: '活动名单', en: 'Event lists' },
  state: 'failing',
  last: { ...run, due: 0, done: 0, failed: 1, words: 'TypeError: held is not an object' },
  backlog: 100,
  failures: 3,
  trouble: { at: run.startedAt, words: 'TypeError: held is not an object' },
}
const board: Board = {
  serverAt: now,
  jobs: [accounts, events],
  findings: [
    {
      id: 'finding-1',
      subject: 'account-1',
      words: {
        zh: 'account-1：余额与各批次积分之和不符',
        en: 'account-1: the stored balance is not the sum of the lots',
      },
      firstAt: '2026-05-20T19:30:00.000Z',
      lastAt: now,
    },
  ],
}

const cloud = (answers: { [operation: string]: unknown }) => (asked: Asked) => answers[asked.operation] ?? shop(asked)
async function opened(answers: { [operation: string]: unknown } = {}) {
  const phone = takePhone(cloud({ 'clock.jobs': board, ...answers }))
  openPage(JobsPage)
  await screen.findByText('会员到期事项')
  return phone
}

describe('the board of jobs', () => {
  it('shows what needs somebody first, with how each job is, when it ran and what waits', async () => {
    await opened()
    const text = words()
    for (const shown of ['需要处理2', '等待处理100+', '有失败', '上次 今天 12:06 · 100+ 条等待', '下次 明天 00:00'])
      expect(text).toContain(shown)
    expect(text.indexOf('活动名单')).toBeLessThan(text.indexOf('会员到期事项'))
  })

  it('never hides what the self-audit found', async () => {
    await opened()
    expect(words()).toContain('自查发现的问题account-1：余额与各批次积分之和不符今天 03:30起')
  })

  it('says of a failing job how often in a row it failed, and by what', async () => {
    await opened()
    press('job-events')
    expect(words()).toContain('连续失败3技术细节：TypeError: held is not an object')
  })

  it('runs a job only once that was confirmed, tells what it did and reads the board again', async () => {
    const phone = await opened({ 'clock.run-now': { run: { ...run, by: 'manager', due: 5, done: 4, failed: 1 } } })
    press('job-accounts')
    press('job-run')
    expect(asks(phone.asked, 'clock.run-now')).toEqual([])
    press('job-sure')
    await screen.findByText('完成 4 / 5 · 失败 1')
    expect(asks(phone.asked, 'clock.run-now')[0]?.input).toEqual({ job: 'accounts' })
    await waitFor(() => expect(asks(phone.asked, 'clock.jobs')).toHaveLength(2))
  })

  it('says so where the job is running already, and asks for a new confirmation', async () => {
    await opened({ 'clock.run-now': new Refusal('job_running', '这项任务正在运行，没有再跑一次') })
    press('job-accounts')
    press('job-run')
    press('job-sure')
    await screen.findByText('这项任务正在运行，没有再跑一次')
    expect(document.getElementById('job-run')).not.toBeNull()
  })

  it('says that nothing has run yet, and what to wait for', async () => {
    const never = { ...accounts, state: 'never' as const, last: null, nextAt: null }
    takePhone(cloud({ 'clock.jobs': { ...board, jobs: [never], findings: [] } }))
    openPage(JobsPage)
    await screen.findByText('自动任务还没有运行过')
  })

  it('offers to try again where the board did not come', async () => {
    const phone = takePhone(refusing('clock.jobs', new Refusal('internal_error', '没加载出来')))
    openPage(JobsPage)
    await screen.findByText('没加载出来')
    phone.serve(cloud({ 'clock.jobs': board }))
    press('page-state-action')
    await screen.findByText('会员到期事项')
  })

  it('speaks English', async () => {
    takePhone(cloud({ 'clock.jobs': board }))
    changeSettings({ language: 'en' })
    openPage(JobsPage)
    await screen.findByText('Due dates of members')
    for (const shown of ['Needs attention', 'Failing', 'Found by the shop itself']) expect(words()).toContain(shown)
  })
})

describe('the way to it', () => {
  const myPage = async (role: 'staff' | 'manager') => {
    const phone = takePhone(cloud({ 'staff.me': { ...me, role } }))
    openPage(MePage)
    await waitFor(() => expect(document.getElementById('me-staff')).not.toBeNull())
    return phone
  }

  it('stands on a manager’s own page, and on nobody else’s', async () => {
    const phone = await myPage('manager')
    press('me-jobs')
    expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/manager/jobs' })
    document.body.innerHTML = ''
    await myPage('staff')
    expect(document.getElementById('me-jobs')).toBeNull()
  })
})
