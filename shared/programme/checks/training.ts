import type { Bilingual } from '../../kit/fields'
import { pathText, type Fault } from '../fault'
import type { TrainingPiece, TrainingQuestion } from '../parts/training'
import type { Programme } from '../schema'

/** Training whose questions can be answered and passed, for roles that somebody has. */
export function trainingPieces({ training = [], journeys = [] }: Programme): Fault[] {
  // What the system does in a journey nobody stands for.
  const ofJourneys = journeys.flatMap(({ roles }) => roles.filter((role) => role !== 'system'))
  const known = [...new Set([...invited, ...ofJourneys])]
  return training.flatMap((piece, index) =>
    pieceFaults(piece, known).map(([path, why]) => ({ path: pathText(['training', index, ...path]), ...why })),
  )
}

type Found = [path: PropertyKey[], why: Bilingual]

/** What employees are invited as. */
export const invited: readonly string[] = ['staff', 'manager']

function pieceFaults({ roles, quiz }: TrainingPiece, known: readonly string[]): Found[] {
  const strangers = roles.flatMap((role, index): Found[] =>
    known.includes(role) ? [] : [[['roles', index], noSuchRole(role, known)]],
  )
  if (!quiz) return strangers
  const { passMark, questions } = quiz
  const mark: Found[] = passMark > questions.length ? [[['quiz', 'passMark'], tooHigh(questions.length)]] : []
  const asked = questions.flatMap((question, index): Found[] =>
    hasAnswer(question) ? [] : [[['quiz', 'questions', index, 'answer'], noSuchAnswer(question.answer)]],
  )
  return [...strangers, ...mark, ...asked]
}

function hasAnswer({ options, answer }: TrainingQuestion): boolean {
  return options.some(({ id }) => id === answer)
}

function noSuchRole(role: string, known: readonly string[]): Bilingual {
  return {
    zh: `没有员工的岗位是 ${role}，培训可以发给 ${known.join('、')}`,
    en: `Nobody is invited as ${role}, and no journey has that role. Training is for ${known.join(', ')}`,
  }
}

function tooHigh(questions: number): Bilingual {
  return { zh: `只有 ${questions} 题，及格线不能更高`, en: `There are only ${questions} questions to get right` }
}

function noSuchAnswer(answer: string): Bilingual {
  return { zh: `答案 ${answer} 不在选项里`, en: `The answer ${answer} is none of the options` }
}
