import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PlantedFault } from '../support/planted'
import { replaceOnce } from '../support/replace-once'
import { doorFaults } from './door-faults'
import { lessonFaults, slowLessonFaults } from './planted'
import { ruleFaults } from './rule-faults'

const root = path.resolve(__dirname, '../..')
const lessons = [...lessonFaults, ...slowLessonFaults].flatMap(({ also = [], ...fault }) => [fault, ...also])

test('every fault that is planted somewhere still has its place there', () => {
  const faults: PlantedFault[] = [...lessons, ...doorFaults, ...ruleFaults]
  const lost = faults.filter((fault) => !stands(fault)).map(({ file, find }) => `${file}: ${find}`)
  expect(lost).toEqual([])
})

function stands(fault: PlantedFault): boolean {
  try {
    replaceOnce(readFileSync(path.join(root, fault.file), 'utf8'), fault)
    return true
  } catch {
    return false
  }
}
