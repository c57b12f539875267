import { screen } from '@testing-library/react'
import TaskPage from '../../client/src/pages/staff/task'
import type { TaskSheet } from '../../shared/journeys/tasks-contract'
import { openPage, takePhone } from './support/phone'
import { asks } from './support/till'

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
