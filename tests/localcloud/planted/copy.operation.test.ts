import { failsWith, runWith, type PlantedFault } from '../../support/planted'

const file = 'tests/support/replace-once.ts'
const watched = 'tests/localcloud/planted/replace-once.rules.test.ts'
const carelessCount: PlantedFault = { file, find: 'count !== 1', replace: 'count === 0' }

describe('a fault planted in a copy of the sources', () => {
  test('makes the test fail that sees it, and no other', async () => {
    const seen = await runWith(carelessCount, { test: watched })
    expect(seen.failed).toEqual(['refuses a text that stands twice'])
    expect(seen.passed).toHaveLength(2)
  })

  test('is not seen by a test that does not look at it', async () => {
    expect(await failsWith(carelessCount, { test: watched, name: 'stands nowhere' })).toBe(false)
  })

  test('must compile', async () => {
    await expect(failsWith({ ...carelessCount, replace: '((' }, { test: watched })).rejects.toThrow('does not run')
  })

  test('must stand in the source', async () => {
    await expect(failsWith({ ...carelessCount, find: 'a text that is not there' }, { test: watched })).rejects.toThrow(
      'stands 0 times',
    )
  })

  test('needs a test to see it', async () => {
    await expect(failsWith(carelessCount, { test: watched, name: 'no such name' })).rejects.toThrow(
      'no test of that name',
    )
  })
})
