import { earlyEducation } from '../../shared/programme/presets/early-education'
import { adviser, ask, begun, clockAt, head, teacher, useCentre } from '../support/family-journey'
import { bendProgramme, manage, valueOf } from '../support/shop'

const centre = useCentre()
const { cloud } = centre.shop
const [piece] = earlyEducation.training!
const training = ['staff', 'adviser', 'teacher', 'head'].map((role) => ({
  ...{ id: `for-${role}`, version: 1, title: piece!.title, roles: [role], withinDays: 7 },
  sections: piece!.sections,
}))

const piecesOf = async (who: string): Promise<string[]> =>
  valueOf(await ask(centre, who, 'training.list', {})).pieces.map(({ id }: any) => id)
const receipt = (who: string, pieceId: string) => ask(centre, who, 'training.receipt', { pieceId, version: 1 })

describe('training for a role of a journey', () => {
  beforeEach(() => bendProgramme(cloud, { training }))

  it('reaches whoever the journey gives something to do by that role, and the head the managers', async () => {
    expect([await piecesOf(adviser), await piecesOf(head)]).toEqual([['for-staff'], ['for-head']])
    expect(await receipt(adviser, 'for-adviser')).toMatchObject({ refusal: { code: 'training_unknown' } })
    await begun(centre)
    expect([await piecesOf(adviser), await piecesOf(teacher)]).toEqual([['for-staff', 'for-adviser'], ['for-staff']])
    valueOf(await receipt(adviser, 'for-adviser'))
    for (const operation of ['training.read', 'training.receipt'])
      expect(
        await ask(centre, teacher, operation, {
          pieceId: 'for-teacher',
          ...(operation === 'training.receipt' ? { version: 1 } : {}),
        }),
      ).toMatchObject({ refusal: { code: 'training_unknown' } })
    await clockAt(centre, '2026-09-19T08:00:00.000Z')
    expect(await piecesOf(teacher)).toEqual(['for-staff', 'for-teacher'])
    expect(await piecesOf(head)).toEqual(['for-head'])
    const { people } = await manage(cloud, 'training.people')
    const shown = people.map(({ staffId, role, pieces }: any) => [
      role === 'manager' ? 'head' : Object.keys(centre.ids).find((openid) => centre.ids[openid] === staffId),
      pieces.map(({ id }: any) => id),
    ])
    expect(Object.fromEntries(shown)).toEqual({
      head: ['for-head'],
      [adviser]: ['for-staff', 'for-adviser'],
      [teacher]: ['for-staff', 'for-teacher'],
    })
  })

  it('costs as much to list after one and after twelve families', async () => {
    const spent = []
    await begun(centre, 'o-family-0')
    await piecesOf(adviser)
    for (const families of [1, 12]) {
      for (let n = 1; n < families; n += 1) await begun(centre, `o-family-${n}`)
      await cloud.control('statistics', undefined, 'DELETE')
      await piecesOf(adviser)
      const { databaseCalls, sequential, documentsRead } = await cloud.operation('staff', 'training.list')
      spent.push([databaseCalls.max, sequential.max, documentsRead.max])
      await cloud.control('statistics', undefined, 'DELETE')
      await manage(cloud, 'training.people')
      const people = await cloud.operation('manager', 'training.people')
      spent.push([people.databaseCalls.max, people.sequential.max])
    }
    process.stdout.write(`\ntraining after 1 and 12 families: calls, in a row, documents: ${JSON.stringify(spent)}\n`)
    expect(spent.slice(2)).toEqual(spent.slice(0, 2))
    expect(spent[0]!.slice(0, 2)).toEqual([3, 2])
  })
})
