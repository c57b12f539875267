import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { storedTask } from '../../cloudfunctions/_areas/journeys/stored'
import { manage, requestId, valueOf } from '../support/shop'
import {
  adviser,
  all,
  ask,
  beginning,
  begun,
  clockAt,
  family,
  head,
  lessonAt,
  reached,
  recordTask,
  taskOf,
  tasksOf,
  teacher,
  unheard,
  useCentre,
} from '../support/family-journey'

const centre = useCentre()
const refusalOf = (reply: any) => (reply.ok ? 'ok' : reply.refusal.code)
const names = (answer: any) => answer.tasks.map(({ name }: any) => name.en)

describe('a journey that an adviser begins', () => {
  it('lists what may be done by now for whoever stands for the role, and the same request begins it once', async () => {
    const of = await family(centre)
    const id = requestId()
    const wish = beginning(centre, of)
    const first = valueOf(await ask(centre, adviser, 'journeys.begin', wish, id))
    expect(first).toMatchObject({ runId: `journey:${of.accountId}:new-family:1`, tasks: 1 })
    expect(valueOf(await ask(centre, adviser, 'journeys.begin', wish, id))).toEqual(first)
    expect(refusalOf(await ask(centre, adviser, 'journeys.begin', { ...wish, people: [] }, id))).toBe('request_reused')
    expect(refusalOf(await ask(centre, adviser, 'journeys.begin', wish))).toBe('journey_running')
    const mine = await tasksOf(centre, adviser)
    expect(mine.tasks).toMatchObject([
      { name: { en: 'Contract day' }, memberName: '林妈妈', dueAt: '2026-09-01T13:00:00.000Z', escalatedAt: null },
    ])
    expect(mine.counts).toEqual({ overdue: 0, now: 1, coming: 0 })
    expect((await tasksOf(centre, teacher)).tasks).toEqual([])
    expect(await all(centre, 'journeys')).toHaveLength(1)
    expect(await all(centre, 'journeyRecords')).toMatchObject([{ kind: 'begun', by: centre.ids[adviser] }])
  })

  it('is refused with what is wrong about it, and begins nothing', async () => {
    const of = await family(centre)
    const wish = beginning(centre, of)
    const tried = (more: object) => ask(centre, adviser, 'journeys.begin', { ...wish, ...more })
    expect(refusalOf(await tried({ journeyId: 'none' }))).toBe('journey_unknown')
    expect(refusalOf(await tried({ anchors: [{ code: 'first-lesson', at: lessonAt }] }))).toBe('anchor_needed')
    expect(refusalOf(await tried({ anchors: [...wish.anchors, { code: 'third', at: lessonAt }] }))).toBe(
      'anchor_unknown',
    )
    expect(refusalOf(await tried({ anchors: [{ code: 'contract', at: '2031-01-01T00:00:00.000Z' }] }))).toBe(
      'anchor_wrong',
    )
    expect(refusalOf(await tried({ people: [{ role: 'nurse', staffId: centre.ids[adviser] }] }))).toBe('role_unknown')
    expect(refusalOf(await tried({ people: [{ role: 'adviser', staffId: 'staff-0' }] }))).toBe('staff_unknown')
    expect(refusalOf(await tried({ scanId: 'v1.a.b' }))).toBe('scan_over')
    await centre.shop.cloud.advance(6 * 60_000)
    expect(refusalOf(await tried({}))).toBe('scan_over')
    expect(await all(centre, 'journeys')).toEqual([])
  })

  it('is seen by whoever has identified the member, with what may be begun', async () => {
    const of = await family(centre)
    const look = () => ask(centre, adviser, 'journeys.of-member', of)
    expect(valueOf(await look()).offered).toMatchObject([
      { id: 'new-family', anchors: [{ code: 'contract', needed: true }, { needed: false }, { needed: false }] },
    ])
    await ask(centre, adviser, 'journeys.begin', beginning(centre, of))
    const seen = valueOf(await look())
    expect([seen.offered, seen.runs.length]).toEqual([[], 1])
    expect(seen.runs[0].steps).toHaveLength(30)
    expect(seen.runs[0].steps.at(-1)).toMatchObject({ state: 'waiting', waitsFor: { en: 'Second lesson' } })
    expect(seen.colleagues).toHaveLength(3)
    expect(refusalOf(await ask(centre, adviser, 'journeys.of-member', { accountId: 'account-0' }))).toBe('scan_over')
    expect(refusalOf(await ask(centre, teacher, 'journeys.of-member', { accountId: of.accountId }))).toBe('ok')
  })
})

describe('a task', () => {
  it('shows whom it is about, what to say and what was said before; the number is told by itself and written down', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-08T02:00:00.000Z')
    const taskId = taskOf(one, 'weekly-call:0')
    const sheet = valueOf(await ask(centre, adviser, 'tasks.read', { taskId }))
    expect(sheet.member).toMatchObject({ name: '林妈妈', tier: { id: 'member' }, visits: 0 })
    expect(JSON.stringify(sheet)).not.toMatch(/13\d{9}/)
    expect(sheet.script[0]).toMatchObject({
      part: 'opening',
      text: { zh: '您好，我是测试店的店员，想问问这周宝宝怎么样。' },
    })
    expect(sheet.script[2].text.zh).toBe('首课在 9 月 19 日 10:00，我们等您来。')
    expect(sheet.form.map(({ code }: any) => code)).toEqual(['reached', 'wish'])
    const { number } = valueOf(await ask(centre, adviser, 'tasks.phone', { taskId }))
    expect(number.endsWith(sheet.member.phoneTail)).toBe(true)
    expect((await all(centre, 'journeyRecords')).filter(({ kind }) => kind === 'phone')).toMatchObject([
      { by: centre.ids[adviser], taskId },
    ])
  })

  it('stands in the list once and is left out of it nowhere, however many are due at the same instant', async () => {
    await begun(centre)
    const [one] = await all(centre, 'tasks')
    const fifty = Array.from({ length: 50 }, (_, n) => storedTask(one.runId, { ...one, key: `contract-day:${n + 1}` }))
    await centre.shop.cloud.run(() => wxEffects().store.insert('tasks', fifty))
    const seen: string[] = []
    let after: string | undefined
    do {
      const wish = { storeId: 'S1', list: 'mine', part: 'now', ...(after ? { after } : {}) }
      const { tasks, nextAfter } = valueOf(await ask(centre, adviser, 'tasks.mine', wish))
      seen.push(...tasks.map(({ id }: any) => id))
      after = nextAfter ?? undefined
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([51, 51])
  })

  it('of a member who gave no number tells none, and leaves no record of having been asked', async () => {
    const one = await begun(centre)
    const { cloud } = centre.shop
    await cloud.run(() => wxEffects().store.remove('profiles', { _id: one.accountId }))
    const reply = await ask(centre, adviser, 'tasks.phone', { taskId: taskOf(one, 'contract-day:0') })
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'phone_unknown' } })
    expect((await all(centre, 'journeyRecords')).filter(({ kind }) => kind === 'phone')).toEqual([])
  })

  it('is nobody else’s: another employee reads no number and records nothing', async () => {
    const one = await begun(centre)
    const taskId = taskOf(one, 'contract-day:0')
    // The teacher has a part in the journey, so may read it.
    expect(refusalOf(await ask(centre, teacher, 'tasks.read', { taskId }))).toBe('ok')
    expect(refusalOf(await ask(centre, teacher, 'tasks.phone', { taskId }))).toBe('task_not_yours')
    expect(refusalOf(await recordTask(centre, teacher, taskId))).toBe('task_not_yours')
    expect(refusalOf(await ask(centre, adviser, 'tasks.read', { taskId: taskOf(one, 'none:0') }))).toBe('task_unknown')
    expect(refusalOf(await ask(centre, adviser, 'tasks.mine', { storeId: 'S1', list: 'head', part: 'now' }))).toBe(
      'store_not_yours',
    )
  })

  it('is done with its result, once; the same request is answered as before', async () => {
    const one = await begun(centre)
    const taskId = taskOf(one, 'contract-day:0')
    const id = requestId()
    const first = await recordTask(centre, adviser, taskId, { note: '都好' }, id)
    expect(first).toMatchObject({ ok: true, value: { state: 'done', meaning: 'reached' } })
    expect(await recordTask(centre, adviser, taskId, { note: '都好' }, id)).toEqual(first)
    expect(refusalOf(await recordTask(centre, adviser, taskId, { note: '别的' }, id))).toBe('request_reused')
    expect(await recordTask(centre, head, taskId)).toMatchObject({
      refusal: { code: 'task_over', details: { by: '店员', time: '2026-09-01 10:00' } },
    })
    expect(refusalOf(await ask(centre, adviser, 'tasks.phone', { taskId }))).toBe('task_over')
    expect((await all(centre, 'journeyRecords')).filter(({ kind }) => kind === 'result')).toHaveLength(1)
  })

  it('is recorded by one of two employees at once, and every call leaves its record', async () => {
    const one = await begun(centre)
    const taskId = taskOf(one, 'contract-day:0')
    const replies = await Promise.all([recordTask(centre, adviser, taskId), recordTask(centre, head, taskId)])
    expect(replies.map(refusalOf).sort()).toEqual(['ok', 'task_over'])
    expect((await all(centre, 'journeyRecords')).filter(({ kind }) => kind === 'result')).toHaveLength(1)
  })

  it('stays to be done when nobody was there, moves to the time agreed on, and makes a task of its own for the next', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    const taskId = taskOf(one, 'weekly-call:0')
    expect(
      await recordTask(centre, adviser, taskId, { answers: unheard, next: '2026-09-07T09:00:00.000Z' }),
    ).toMatchObject({
      value: { state: 'open', dueAt: '2026-09-11T01:00:00.000Z', meaning: 'missed' },
    })
    await clockAt(centre, '2026-09-07T02:05:00.000Z')
    const later = { answers: [{ question: 'reached', answer: 'later' }] }
    expect(refusalOf(await recordTask(centre, adviser, taskId, later))).toBe('next_needed')
    expect(refusalOf(await recordTask(centre, adviser, taskId, { ...later, next: '2026-09-07T02:00:00.000Z' }))).toBe(
      'next_wrong',
    )
    expect(await recordTask(centre, adviser, taskId, { ...later, next: '2026-09-08T03:00:00.000Z' })).toMatchObject({
      value: { state: 'open', dueAt: '2026-09-09T03:00:00.000Z', meaning: 'later' },
    })
    await clockAt(centre, '2026-09-08T03:00:00.000Z')
    const keen = [...reached, { question: 'wish', answer: 'keen' }]
    valueOf(
      await recordTask(centre, adviser, taskId, {
        answers: keen,
        note: '周日来看看',
        next: '2026-09-09T03:00:00.000Z',
      }),
    )
    expect(names(await tasksOf(centre, adviser, 'mine', 'coming'))).toContain('Weekly call before opening, as agreed')
    const sheet = valueOf(await ask(centre, adviser, 'tasks.read', { taskId }))
    const records = sheet.records.filter(({ kind }: any) => kind !== 'escalated')
    expect(
      records.map(({ kind, answers, note }: any) => [kind, answers.map(({ en }: any) => en).join(), note]),
    ).toEqual([
      ['result', 'Reached,Keen', '周日来看看'],
      ['result', 'Later', ''],
      ['result', 'No answer', ''],
      ['begun', '', ''],
    ])
  })

  it('asks for what its result needs', async () => {
    const one = await begun(centre)
    expect(refusalOf(await recordTask(centre, adviser, taskOf(one, 'weekly-call:0')))).toBe('task_unknown')
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    const call = taskOf(one, 'weekly-call:0')
    expect(refusalOf(await recordTask(centre, adviser, call))).toBe('answer_missing')
    const wrong = { answers: [{ question: 'reached', answer: 'perhaps' }] }
    expect(refusalOf(await recordTask(centre, adviser, call, wrong))).toBe('answer_unknown')
    await clockAt(centre, '2026-09-19T03:30:00.000Z')
    expect(refusalOf(await recordTask(centre, adviser, taskOf(one, 'first-day-notes:0')))).toBe('note_needed')
  })

  it('may be done up to three days ahead and not before', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-05T02:00:00.000Z')
    const coming = await tasksOf(centre, adviser, 'mine', 'coming')
    expect(names(coming)).toEqual(['Weekly call before opening'])
    for (const [code, at] of [
      ['first-lesson', '2026-09-28T02:00:00.000Z'],
      ['contract', '2026-09-05T02:00:00.000Z'],
    ])
      valueOf(await ask(centre, adviser, 'journeys.set-anchor', { runId: one.runId, code, at }))
    expect(await recordTask(centre, adviser, taskOf(one, 'weekly-call:0'), { answers: reached })).toMatchObject({
      refusal: { code: 'task_not_yet', details: { time: '2026-09-11 09:00' } },
    })
  })
})

describe('a member who wants to hear no more', () => {
  it('ends the journey: what is open is withdrawn, and nothing more comes', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-07T02:00:00.000Z')
    const answers = [...reached, { question: 'wish', answer: 'no-contact' }]
    expect(await recordTask(centre, adviser, taskOf(one, 'weekly-call:0'), { answers })).toMatchObject({
      value: { state: 'done', meaning: 'no-contact' },
    })
    expect((await tasksOf(centre, adviser)).tasks).toEqual([])
    await clockAt(centre, '2026-09-18T02:00:00.000Z')
    expect(await all(centre, 'notices')).toEqual([])
    expect(await all(centre, 'journeys')).toMatchObject([
      { state: 'stopped', dueAt: null, over: { why: 'no-contact' } },
    ])
    expect(refusalOf(await recordTask(centre, adviser, taskOf(one, 'contract-day:0')))).toBe('journey_over')
  })

  it('whose contract is cancelled is left in peace too, by whoever has a part in it', async () => {
    const one = await begun(centre)
    const stop = (openid: string, more: object = {}) =>
      ask(centre, openid, 'journeys.stop', { runId: one.runId, why: 'cancelled', note: '', ...more })
    expect(
      refusalOf(await ask(centre, adviser, 'journeys.stop', { runId: 'journey:none', why: 'left', note: '' })),
    ).toBe('journey_unknown')
    expect(refusalOf(await stop(adviser, { why: 'other' }))).toBe('note_needed')
    expect(valueOf(await stop(adviser))).toEqual({ runId: one.runId, withdrawn: 1 })
    expect(refusalOf(await stop(adviser))).toBe('journey_over')
    expect(await all(centre, 'tasks')).toMatchObject([{ state: 'withdrawn', why: 'over' }])
    const { records } = valueOf(await ask(centre, adviser, 'tasks.read', { taskId: taskOf(one, 'contract-day:0') }))
    // Why is told by what it is, for each to read in their language; the note is what somebody wrote.
    expect(records.find(({ kind }: any) => kind === 'stopped')).toMatchObject({ why: 'cancelled', note: '' })
    const again = await ask(
      centre,
      adviser,
      'journeys.begin',
      beginning(centre, { scanId: one.scanId, accountId: one.accountId }),
    )
    expect(valueOf(again).runId).toMatch(/:2$/)
  })
})

describe('a first lesson that moves', () => {
  it('moves what hangs on it, leaves what was done, and withdraws what would lie in the past', async () => {
    const one = await begun(centre)
    await clockAt(centre, '2026-09-11T02:00:00.000Z')
    valueOf(await recordTask(centre, adviser, taskOf(one, 'week-before:0'), { answers: reached }))
    const set = (at: string, openid = adviser) =>
      ask(centre, openid, 'journeys.set-anchor', { runId: one.runId, code: 'first-lesson', at })
    expect(
      refusalOf(await ask(centre, adviser, 'journeys.set-anchor', { runId: one.runId, code: 'third', at: lessonAt })),
    ).toBe('anchor_unknown')
    expect(refusalOf(await set('2031-01-01T00:00:00.000Z'))).toBe('anchor_wrong')
    expect(valueOf(await set('2026-09-28T02:00:00.000Z'))).toMatchObject({ moved: 1, withdrawn: 0 })
    expect(await all(centre, 'tasks')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'week-before:0', state: 'done', startsAt: '2026-09-11T01:00:00.000Z' }),
        expect.objectContaining({ key: 'teacher-calls-parent:0', state: 'open', startsAt: '2026-09-21T01:00:00.000Z' }),
      ]),
    )
    expect(valueOf(await set('2026-09-11T03:00:00.000Z'))).toMatchObject({ withdrawn: 2 })
    const task = (await all(centre, 'tasks')).find(({ key }) => key === 'teacher-calls-parent:0')
    expect(task).toMatchObject({ state: 'withdrawn', why: 'past' })
    await set(lessonAt)
    expect((await all(centre, 'tasks')).find(({ key }) => key === 'teacher-calls-parent:0')).toMatchObject({
      state: 'open',
      startsAt: '2026-09-11T01:00:00.000Z',
    })
  })

  it('is moved by whoever has a part in the journey, and by nobody else', async () => {
    const one = await begun(centre)
    const { code } = await manage(centre.shop.cloud, 'staff.invite', { name: '前台', role: 'staff', storeIds: ['S1'] })
    valueOf(await ask(centre, 'o-desk', 'staff.join', { code }))
    const move = { runId: one.runId, code: 'first-lesson', at: '2026-09-28T02:00:00.000Z' }
    expect(refusalOf(await ask(centre, 'o-desk', 'journeys.set-anchor', move))).toBe('journey_not_yours')
    expect(refusalOf(await ask(centre, 'o-desk', 'tasks.read', { taskId: taskOf(one, 'contract-day:0') }))).toBe(
      'task_not_yours',
    )
    expect(refusalOf(await ask(centre, 'o-desk', 'journeys.stop', { runId: one.runId, why: 'left', note: '' }))).toBe(
      'journey_not_yours',
    )
    expect(refusalOf(await ask(centre, teacher, 'journeys.set-anchor', move))).toBe('ok')
  })
})
