import { act, screen, waitFor } from '@testing-library/react'
import JourneysPage from '../../client/src/pages/staff/journeys'
import TaskPage from '../../client/src/pages/staff/task'
import { useSettings } from '../../client/src/kit/settings'
import type { journeysOfMember } from '../../shared/journeys/contract'
import type { TaskSheet } from '../../shared/journeys/tasks-contract'
import type { OutputOf } from '../../shared/kit/contract'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'
import { asks, press, words } from './support/till'

const serverAt = '2026-05-21T04:10:00.000Z'
const taskId = 'task:a-1:new-guest:1:follow-up!:0'
const sheet: TaskSheet = {
  serverAt,
  task: {
    id: taskId,
    kind: 'follow-up',
    name: { zh: '第一周回访 · 约好再联系', en: 'First week, as agreed' },
    channel: 'call',
    state: 'open',
    startsAt: '2026-05-21T01:00:00.000Z',
    dueAt: '2026-05-22T01:00:00.000Z',
    tryAt: null,
    escalatedAt: null,
    head: { zh: '店长', en: 'Manager' },
    assignee: { id: 'staff-1', name: '小陈' },
    doneAt: null,
    doneBy: null,
    needsNote: false,
    mayRecord: true,
    colleagues: [],
  },
  member: {
    accountId: 'a-1',
    name: '沈言',
    memberNo: '8600 0001',
    tier: { id: 'silver', name: { zh: '银卡', en: 'Silver' }, slot: 'silver' },
    enrolledAt: '2026-05-14T04:10:00.000Z',
    visits: 2,
    phoneTail: '0321',
  },
  journey: {
    runId: 'journey:a-1:new-guest:1',
    name: { zh: '新客跟进', en: 'A new guest' },
    state: 'running',
    begunAt: '2026-05-14T04:10:00.000Z',
    anchors: [],
  },
  script: [{ part: 'points', text: { zh: '喝得习惯吗', en: 'How was it' } }],
  form: [],
  records: [],
}

describe('a follow-up', () => {
  it('is asked for by the id that the address carries, whatever signs stand in it', async () => {
    const phone = takePhone(() => sheet)
    phone.openedWith({ task: taskId })
    openPage(TaskPage)
    expect(await screen.findByText('喝得习惯吗')).toBeTruthy()
    expect(asks(phone.asked, 'tasks.read')[0]?.input).toEqual({ taskId })
  })
})

describe('the journeys of a member', () => {
  const joined = { zh: '入会', en: 'Joined' }
  const step = {
    key: 'week-1:0',
    kind: 'touchpoint' as const,
    name: { zh: '第一周回访', en: 'First week' },
    role: { zh: '店员', en: 'Host' },
    by: '小陈',
    startsAt: '2026-05-19T02:00:00.000Z',
    dueAt: '2026-05-20T10:00:00.000Z',
    waitsFor: null,
    state: 'overdue' as const,
    escalated: true,
    taskId: 'task:a-1:new-guest:1:week-1:0',
  }
  const answer: OutputOf<typeof journeysOfMember> = {
    serverAt,
    member: { name: '沈言', memberNo: '86000001' },
    runs: [
      {
        ...sheet.journey,
        anchors: [{ code: 'joined', name: joined, at: '2026-05-14T04:10:00.000Z' }],
        why: null,
        people: [{ role: 'host', name: step.role, person: { id: 'staff-1', name: '小陈' } }],
        steps: [step],
      },
    ],
    offered: [],
    colleagues: [],
    me: { id: 'staff-1', name: '小陈' },
  }
  const moved = { runId: answer.runs[0]!.runId, anchors: [], moved: 1, withdrawn: 0 }
  const cloud = ({ operation }: Asked) => (operation === 'journeys.set-anchor' ? moved : answer)
  const opened = async (serve: (asked: Asked) => unknown = cloud) => {
    const phone = takePhone(serve)
    phone.openedWith({ member: 'a-1' })
    openPage(JourneysPage)
    await waitFor(() => expect(document.getElementById('anchor-joined')).toBeTruthy())
    return phone
  }

  it('move a date to the day and time that were chosen, and say so', async () => {
    const phone = await opened()
    press('anchor-joined')
    press('when-2026-05-18')
    press('chip-15:30')
    press('when-done')
    await waitFor(() => expect(words()).toContain('日期已改'))
    expect(asks(phone.asked, 'journeys.set-anchor')[0]?.input).toEqual({
      ...{ runId: 'journey:a-1:new-guest:1', code: 'joined', at: '2026-05-18T07:30:00.000Z' },
    })
    await waitFor(() => expect(asks(phone.asked, 'journeys.of-member')).toHaveLength(2))
  })

  it('say why a date will not do, and keep the one there was', async () => {
    const far = new Refusal('anchor_wrong', '日期要在前后一年之内')
    await opened((asked) => (asked.operation === 'journeys.set-anchor' ? far : cloud(asked)))
    press('anchor-joined')
    press('when-done')
    expect(await screen.findByText('日期要在前后一年之内')).toBeTruthy()
    expect(words()).not.toContain('日期已改')
  })

  it('are told in English as well', async () => {
    await opened()
    act(() => useSettings.setState({ language: 'en' }))
    expect(words()).toContain('Host 小陈')
    expect(words()).toContain('First week')
  })
})
