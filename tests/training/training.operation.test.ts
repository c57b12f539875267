import { demoTea } from '../../shared/programme/presets/demo-tea'
import { bendProgramme, everything, manage, requestId, useShop, valueOf } from '../support/shop'
import { atTill, hire } from '../support/till'

const shop = useShop('demo-tea', 'each')
const { cloud } = shop
const [ann, bo] = ['o-clerk-ann', 'o-clerk-bo']
const piece = demoTea.training![0]!
const answers = (wrong: string[] = []) =>
  piece.quiz!.questions.map(({ id, options, answer }) => ({
    questionId: id,
    optionId: wrong.includes(id) ? options.find((one) => one.id !== answer)!.id : answer,
  }))
const about = { pieceId: piece.id, version: 1 }
const list = async (who: string) => valueOf(await atTill(cloud, who, 'training.list', {})).pieces
const read = async (who: string) => valueOf(await atTill(cloud, who, 'training.read', { pieceId: piece.id }))
const receipt = (who: string, more: object = {}) => atTill(cloud, who, 'training.receipt', { ...about, ...more })
const answer = (who: string, given = answers(), id = requestId(), version = 1) =>
  atTill(cloud, who, 'training.answer', { ...about, version, answers: given }, id)

beforeEach(async () => {
  for (const who of [ann, bo]) await hire(cloud, who)
})

describe('training', () => {
  it('is read, said to be read and passed, by each employee for themselves', async () => {
    expect(await list(ann)).toMatchObject([
      { id: 'reception', state: 'unread', lastDay: '2026-06-08', overdue: false, questions: 3, changed: false },
      { id: 'allergens', state: 'unread', questions: 0 },
    ])
    expect(valueOf(await receipt(ann)).state).toBe('read')
    expect(valueOf(await answer(ann))).toMatchObject({
      right: 3,
      of: 3,
      passed: true,
      wrong: [],
      state: 'done',
      tries: 1,
    })
    expect((await list(ann)).map(({ id, state }: any) => [id, state])).toEqual([
      ['allergens', 'unread'],
      ['reception', 'done'],
    ])
    expect((await list(bo)).every(({ state }: any) => state === 'unread')).toBe(true)
  })

  it('never tells a phone which answer is right', async () => {
    const shown = await read(ann)
    expect(shown.quiz.questions.map(({ id }: any) => id)).toEqual(piece.quiz!.questions.map(({ id }) => id))
    expect(JSON.stringify(shown)).not.toContain('"answer"')
    valueOf(await receipt(ann))
    const judged = valueOf(await answer(ann, answers(['owed', 'busy'])))
    expect(judged).toEqual({
      right: 1,
      of: 3,
      passMark: 2,
      passed: false,
      wrong: ['owed', 'busy'],
      state: 'read',
      tries: 1,
    })
  })

  it('is answered after it was read, whole, in the version that was read', async () => {
    const before = await everything(cloud)
    expect(await answer(ann)).toMatchObject({ refusal: { code: 'training_unread' } })
    expect(await receipt(ann, { version: 2 })).toMatchObject({ refusal: { code: 'training_changed' } })
    expect(await receipt(ann, { pieceId: 'unknown' })).toMatchObject({ refusal: { code: 'training_unknown' } })
    const nowhere = await atTill(cloud, ann, 'training.read', { pieceId: 'unknown' })
    expect(nowhere).toMatchObject({ refusal: { code: 'training_unknown' } })
    expect(await everything(cloud)).toEqual(before)
    valueOf(await receipt(ann))
    expect(await answer(ann, answers().slice(1))).toMatchObject({ refusal: { code: 'training_unanswered' } })
    expect(await answer(ann, answers(), requestId(), 2)).toMatchObject({ refusal: { code: 'training_changed' } })
    valueOf(await receipt(ann, { pieceId: 'allergens' }))
    const none = await atTill(cloud, ann, 'training.answer', { pieceId: 'allergens', version: 1, answers: answers() })
    expect(none).toMatchObject({ refusal: { code: 'training_no_quiz' } })
  })

  it('judges the same request once, and two at the same instant each for itself', async () => {
    valueOf(await receipt(ann))
    const id = requestId()
    const first = await answer(ann, answers(['owed']), id)
    expect(await answer(ann, answers(['owed']), id)).toEqual(first)
    expect((await read(ann)).tries).toBe(1)
    const both = await Promise.all([answer(ann), answer(ann, answers(['owed']))])
    const judged = both.filter(({ ok }) => ok).length
    expect(both.every((one) => one.ok || one.refusal.code === 'busy')).toBe(true)
    expect((await read(ann)).tries).toBe(1 + judged)
  })

  it('asks again when its version changes, and only then', async () => {
    valueOf(await receipt(ann))
    valueOf(await answer(ann))
    await bendProgramme(cloud, { training: [{ ...piece, version: 2 }, demoTea.training![1]!] })
    expect(await read(ann)).toMatchObject({ version: 2, state: 'unread', changed: true, passedAt: null, tries: 0 })
    expect(await answer(ann, answers(), requestId(), 2)).toMatchObject({ refusal: { code: 'training_unread' } })
  })

  it('shows the manager who has read and passed, and nobody else', async () => {
    valueOf(await receipt(ann))
    valueOf(await answer(ann, answers(['owed', 'busy'])))
    valueOf(await answer(ann))
    await cloud.setClock('2026-06-20T04:00:00.000Z')
    const { people } = await manage(cloud, 'training.people')
    const of = (name: string, id: string) =>
      people
        .filter((one: any) => one.role === name)
        .flatMap(({ pieces }: any) => pieces.filter((one: any) => one.id === id))
    expect(
      of('staff', 'reception').map(({ state, tries, best, overdue }: any) => ({ state, tries, best, overdue })),
    ).toEqual(
      expect.arrayContaining([
        { state: 'done', tries: 2, best: { right: 3, of: 3 }, overdue: false },
        { state: 'unread', tries: 0, best: null, overdue: true },
      ]),
    )
    expect(of('manager', 'reception')).toMatchObject([{ state: 'unread' }])
    expect(of('manager', 'allergens')).toEqual([])
    const asked = await cloud.call('manager', { operation: 'training.people', input: {}, requestId: requestId() }, ann)
    expect(asked).toMatchObject({ refusal: { code: 'not_allowed' } })
  })

  it('is nothing where the programme has none', async () => {
    await bendProgramme(cloud, { training: [] })
    expect(await list(ann)).toEqual([])
  })
})
