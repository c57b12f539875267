import * as fc from 'fast-check'
import { checkProgramme } from '../../shared/programme/check'
import type { TrainingPiece } from '../../shared/programme/parts/training'
import { earlyEducation } from '../../shared/programme/presets/early-education'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { answer, receipt, triesKept, wrongIn } from '../../shared/training/answer'
import { headRoles, rolesAsked } from '../../shared/training/roles'
import { isOverdue, lastDayOf, piecesFor, recordId, stateOf, type TrainingRecord } from '../../shared/training/piece'

const [reception, call] = earlyEducation.training! as [TrainingPiece, TrainingPiece]
const at = '2026-06-01T04:00:00.000Z'
const right = Object.fromEntries(reception.quiz!.questions.map(({ id, answer }) => [id, answer]))
const read = receipt(null, { piece: reception, staffId: 'staff-1', at })
const tries = (record: TrainingRecord | null, answers: { [id: string]: string }, requestId = 'r-1') =>
  answer(record, { piece: reception, answers, requestId, at })
const judged = (ruling: ReturnType<typeof tries>) => {
  if (!ruling.ok) throw new Error(ruling.refusal)
  return ruling.value
}

describe('a piece of training', () => {
  it('is done by the receipt where there is no quiz, and by passing where there is one', () => {
    expect(stateOf(reception, null)).toBe('unread')
    expect(stateOf(reception, read)).toBe('read')
    expect(stateOf(call, receipt(null, { piece: call, staffId: 'staff-1', at }))).toBe('done')
    const { record, attempt } = judged(tries(read, right))
    expect(attempt).toMatchObject({ right: 4, of: 4, passed: true })
    expect(stateOf(reception, record)).toBe('done')
  })

  it('keeps the first receipt', () => {
    expect(receipt(read, { piece: reception, staffId: 'staff-1', at: '2026-07-01T04:00:00.000Z' })).toBe(read)
  })

  it('is passed at the mark and not below it, and tells which were wrong', () => {
    const three = judged(tries(read, { ...right, door: 'end' }))
    expect([three.attempt.passed, wrongIn(reception, three.attempt.answers)]).toEqual([true, ['door']])
    const two = judged(tries(read, { ...right, door: 'end', picture: 'yes' }))
    expect([two.attempt.passed, wrongIn(reception, two.attempt.answers)]).toEqual([false, ['picture', 'door']])
    expect(stateOf(reception, two.record)).toBe('read')
  })

  it('stays passed whatever a later try brings, and keeps every try', () => {
    const passed = judged(tries(read, right)).record
    const later = judged(tries(passed, { ...right, door: 'end', picture: 'yes' }, 'r-2')).record
    expect(stateOf(reception, later)).toBe('done')
    expect([later.triesCount, later.tries.map(({ passed: one }) => one)]).toEqual([2, [true, false]])
    // Since when, too: by whichever try came first.
    const again = answer(later, { piece: reception, answers: right, requestId: 'r-3', at: '2026-07-01T04:00:00.000Z' })
    expect(judged(again).record).toMatchObject({ passedAt: at, triesCount: 3 })
  })

  it('is begun anew, by each employee for themselves, when its version changes', () => {
    const of = (staffId: string, version: number) => recordId(staffId, { id: 'reception', version })
    expect(new Set([of('staff-1', 1), of('staff-1', 2), of('staff-2', 1)]).size).toBe(3)
  })

  it('is answered after it was read, whole, and with options that it has', () => {
    expect(tries(null, right)).toMatchObject({ refusal: 'training_unread' })
    expect(tries({ ...read, readAt: null }, right)).toMatchObject({ refusal: 'training_unread' })
    expect(tries(read, { before: 'hours' })).toMatchObject({ refusal: 'training_unanswered', details: { count: 3 } })
    expect(tries(read, { ...right, door: 'window' })).toMatchObject({ refusal: 'training_unanswered' })
    expect(answer(read, { piece: call, answers: right, requestId: 'r-1', at })).toMatchObject({
      refusal: 'training_no_quiz',
    })
  })

  it('is for the roles that it names, and due so many days after somebody began or it came', () => {
    expect(piecesFor(earlyEducation, ['staff']).map(({ id }) => id)).toEqual(['first-day-reception', 'follow-up-call'])
    expect(piecesFor(earlyEducation, ['manager'])).toEqual([])
    expect(lastDayOf(reception, '2026-06-01T16:00:00.000Z')).toBe('2026-06-09')
    expect(lastDayOf({ ...reception, since: '2026-07-01' }, '2026-06-01T16:00:00.000Z')).toBe('2026-07-08')
    expect(lastDayOf(reception, null)).toBe(null)
    expect(isOverdue(reception, read, at, '2026-06-08T15:59:59.999Z')).toBe(false)
    expect(isOverdue(reception, read, at, '2026-06-08T16:00:00.000Z')).toBe(true)
    expect(isOverdue(reception, judged(tries(read, right)).record, at, '2026-07-01T00:00:00.000Z')).toBe(false)
  })

  it('is passed by some try exactly when some try had enough right', () => {
    const answers = fc.record(
      Object.fromEntries(
        reception.quiz!.questions.map(({ id, options }) => [id, fc.constantFrom(...options.map((one) => one.id))]),
      ),
    )
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 8 }), (all) => {
        const last = all.reduce((record, one, n) => judged(tries(record, one, `r-${n}`)).record, read)
        const best = Math.max(0, ...last.tries.map((one) => one.right))
        expect(last.passedAt !== null).toBe(best >= reception.quiz!.passMark)
        expect(last.triesCount).toBe(all.length)
      }),
    )
  })

  it('keeps no more tries than a document holds, and counts them all', () => {
    const many = Array.from({ length: triesKept + 3 }, (_, n) => `r-${n}`)
    const last = many.reduce((record, id) => judged(tries(record, right, id)).record, read)
    expect([last.triesCount, last.tries.length]).toEqual([triesKept + 3, triesKept])
  })
})

describe('a draft with training', () => {
  const faultsOf = (change: (piece: any) => void) => {
    const draft = structuredClone(earlyEducation) as any
    change(draft.training[0])
    const checked = checkProgramme(draft)
    return checked.ok ? [] : checked.faults.map(({ path, en }) => `${path}: ${en}`)
  }

  it('is one that can be run, in the presets that have it', () => {
    expect([checkProgramme(earlyEducation).ok, checkProgramme(demoTea).ok]).toEqual([true, true])
  })

  it('may be for whoever stands for a role of a journey', () => {
    const roles = [...new Set(earlyEducation.journeys!.flatMap((journey) => journey.roles))].filter(
      (one) => one !== 'system',
    )
    expect(roles).toContain('teacher')
    expect(faultsOf((piece) => (piece.roles = roles))).toEqual([])
    expect(rolesAsked({ training: [{ ...reception, roles: ['staff', 'teacher', 'teacher'] }] })).toEqual(['teacher'])
    expect(headRoles(earlyEducation)).toEqual(['head'])
  })

  it.each<[string, (piece: any) => void, string]>([
    [
      'an answer that is none of the options',
      (piece) => (piece.quiz.questions[0].answer = 'never'),
      'training[0].quiz.questions[0].answer: The answer never is none of the options',
    ],
    [
      'no right answer',
      (piece) => delete piece.quiz.questions[1].answer,
      'training[0].quiz.questions[1].answer: Nothing is filled in here, or something of another kind',
    ],
    [
      'a mark that nobody reaches',
      (piece) => (piece.quiz.passMark = 5),
      'training[0].quiz.passMark: There are only 4 questions to get right',
    ],
    [
      'a role that nobody has',
      (piece) => (piece.roles = ['cook']),
      'training[0].roles[0]: Nobody is invited as cook, and no journey has that role. Training is for staff, manager, adviser, teacher, head',
    ],
    [
      'what the system does in a journey, for nobody stands for it',
      (piece) => (piece.roles = ['staff', 'system']),
      'training[0].roles[1]: Nobody is invited as system, and no journey has that role. Training is for staff, manager, adviser, teacher, head',
    ],
    [
      'a question that stands twice',
      (piece) => (piece.quiz.questions[1].id = 'before'),
      'training[0].quiz.questions[1]: The id before stands twice',
    ],
    [
      'an option that stands twice',
      (piece) => (piece.quiz.questions[0].options[1].id = 'day-before'),
      'training[0].quiz.questions[0].options[1]: The id day-before stands twice',
    ],
  ])('is told of %s', (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault)
  })
})
