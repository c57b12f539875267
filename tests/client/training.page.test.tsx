import { screen, waitFor } from '@testing-library/react'
import PeoplePage from '../../client/src/pages/manager/training'
import ListPage from '../../client/src/pages/staff/training'
import PiecePage from '../../client/src/pages/staff/training-piece'
import type { OutputOf } from '../../shared/kit/contract'
import type { trainingList, trainingPeople, trainingRead } from '../../shared/training/contract'
import { openPage, takePhone, type Asked } from './support/phone'
import { asks, press, words } from './support/till'

const serverAt = '2026-05-21T04:10:00.000Z'
const row: OutputOf<typeof trainingList>['pieces'][number] = {
  id: 'reception',
  version: 1,
  title: { zh: '客人进门', en: 'When a guest comes in' },
  questions: 2,
  state: 'unread',
  lastDay: '2026-05-25',
  overdue: false,
  changed: false,
}
const option = (id: string) => ({ id, text: { zh: `选 ${id}`, en: id } })
const question = (id: string) => ({ id, text: { zh: `问 ${id}`, en: id }, options: [option('a'), option('b')] })
const piece: OutputOf<typeof trainingRead> = {
  ...row,
  serverAt,
  sections: [{ heading: { zh: '十秒内招呼', en: 'Greet' }, text: { zh: '先抬头', en: 'Look up' }, picture: null }],
  quiz: { passMark: 2, questions: [question('one'), question('two')] },
  readAt: null,
  passedAt: null,
  tries: 0,
}
const judged = { right: 1, of: 2, passMark: 2, passed: false, wrong: ['two'], state: 'read', tries: 1 }

/** A piece as the cloud has it, which its receipt and a passed quiz change. */
function cloudWith(first: Partial<typeof piece>, answers: object[] = []) {
  let now = { ...piece, ...first }
  return ({ operation }: Asked) => {
    if (operation === 'training.receipt') now = { ...now, readAt: serverAt, state: now.quiz ? 'read' : 'done' }
    if (operation === 'training.receipt') return { readAt: serverAt, state: now.state }
    if (operation !== 'training.answer') return now
    const answer = answers.shift() as typeof judged
    if (answer.passed) now = { ...now, passedAt: serverAt, state: 'done' }
    return answer
  }
}

describe('the list of training', () => {
  it('says what is to be done by when, what changed and what is late', async () => {
    const pieces = [
      { ...row, id: 'late', overdue: true, lastDay: '2026-05-19' },
      { ...row, changed: true },
      { ...row, id: 'done', state: 'done' as const },
    ]
    const phone = takePhone(() => ({ serverAt, pieces }))
    openPage(ListPage)
    await waitFor(() => expect(words()).toContain('已过期，5 月 19 日前应完成 · 2 题未读'))
    expect(words()).toContain('有更新，请重新看 · 5 月 25 日前完成 · 2 题')
    expect(words()).toContain('2 题已完成')
    press('piece-reception')
    expect(phone.visited).toMatchObject([{ url: '/pages/staff/training-piece?piece=reception' }])
  })

  it('says that there is nothing', async () => {
    takePhone(() => ({ serverAt, pieces: [] }))
    openPage(ListPage)
    expect(await screen.findByText('没有要看的培训')).toBeTruthy()
  })
})

describe('a piece of training', () => {
  it('is read and said to be read before its quiz is shown', async () => {
    const phone = takePhone(cloudWith({}))
    phone.openedWith({ piece: 'reception' })
    openPage(PiecePage)
    expect(await screen.findByText('先抬头')).toBeTruthy()
    expect(document.getElementById('training-submit')).toBeNull()
    press('training-receipt')
    await waitFor(() => expect(document.getElementById('training-submit')).toBeTruthy())
    expect(asks(phone.asked, 'training.receipt')[0]?.input).toEqual({ pieceId: 'reception', version: 1 })
    expect(words()).toContain('2 题答对 2 题通过')
  })

  it('is answered whole, marks what was not right, and is passed', async () => {
    const passed = { ...judged, right: 2, passed: true, wrong: [], state: 'done', tries: 2 }
    const phone = takePhone(cloudWith({ readAt: serverAt, state: 'read' }, [judged, passed]))
    phone.openedWith({ piece: 'reception' })
    openPage(PiecePage)
    await waitFor(() => expect(document.getElementById('training-submit')).toBeTruthy())
    press('option-one-a')
    expect(words()).toContain('还有 1 题没答')
    press('training-submit')
    expect(asks(phone.asked, 'training.answer')).toEqual([])
    press('option-two-a')
    press('training-submit')
    await waitFor(() => expect(document.getElementById('wrong-two')).toBeTruthy())
    expect(document.getElementById('wrong-one')).toBeNull()
    expect(words()).toContain('还没通过，答对 1 / 2')
    press('option-two-b')
    expect(document.getElementById('wrong-two')).toBeNull()
    press('training-submit')
    await waitFor(() => expect(document.getElementById('training-submit')).toBeNull())
    expect(words()).toContain('通过了，答对 2 / 2')
    expect(asks(phone.asked, 'training.answer')[1]?.input).toEqual({
      pieceId: 'reception',
      version: 1,
      answers: [
        { questionId: 'one', optionId: 'a' },
        { questionId: 'two', optionId: 'b' },
      ],
    })
  })
})

describe("the manager's view of training", () => {
  it('says who has read and passed what', async () => {
    const done = { lastDay: '2026-05-25', overdue: false, readAt: serverAt, tries: 2, best: { right: 3, of: 3 } }
    const value: OutputOf<typeof trainingPeople> = {
      serverAt,
      people: [
        {
          staffId: 'staff-1',
          name: '陈一诺',
          role: 'staff',
          pieces: [
            { id: 'reception', title: row.title, state: 'done', passedAt: serverAt, ...done },
            { ...done, id: 'late', title: row.title, state: 'read', passedAt: null, overdue: true },
          ],
        },
      ],
      nextAfter: null,
    }
    takePhone(() => value)
    openPage(PeoplePage)
    await waitFor(() => expect(words()).toContain('陈一诺 · 店员完成 1 / 2'))
    expect(words()).toContain('5 月 21 日已通过 · 试了 2 次，最好 3 / 3已完成')
    expect(words()).toContain('已读，还没通过 · 5 月 25 日前 · 试了 2 次，最好 3 / 3已过期')
  })
})
