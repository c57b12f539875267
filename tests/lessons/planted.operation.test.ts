import { failsWith } from '../support/planted'
import { lessonFaults, slowLessonFaults } from './planted'

const told = (fault: (typeof lessonFaults)[number]) => [`${fault.lesson}: ${fault.fault}`, fault] as const

describe('the fault of each lesson is seen by its test', () => {
  it.each(lessonFaults.map(told))('%s', async (_, { test, name, also = [], ...fault }) => {
    expect(await failsWith([fault, ...also], { test, name })).toBe(true)
  })
})

it('every lesson has its fault', () => {
  const lessons = [...lessonFaults, ...slowLessonFaults].map(({ lesson }) => lesson)
  expect([...new Set(lessons)].sort((a, b) => a - b)).toEqual([1, 3, 4, 5, 7, 8, 9, 11, 13, 14, 15, 18, 21, 22, 24, 25])
})
