import assert from 'node:assert/strict'
import { ids, seed } from '../help'
import type { Case, CloudUnderTest } from '../sdk'

/** Shanghai: People's Square, 1.6 km east the Bund, Pudong airport about 38 km away, and Beijing. */
const SQUARE = [121.475, 31.231] as const
const shops = (sdk: CloudUnderTest) => [
  { _id: 'square', at: sdk.db.Geo.Point(...SQUARE) },
  { _id: 'bund', at: sdk.db.Geo.Point(121.492, 31.236) },
  { _id: 'airport', at: sdk.db.Geo.Point(121.805, 31.144) },
  { _id: 'beijing', at: sdk.db.Geo.Point(116.397, 39.909) },
]

const box = ({ db }: CloudUnderTest, west: number, south: number, east: number, north: number) => {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return db.Geo.Polygon([db.Geo.LineString(corners.map(([longitude, latitude]) => db.Geo.Point(longitude, latitude)))])
}

const query = (name: string, condition: (sdk: CloudUnderTest) => object, expected: string[], sorted = false): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, shops(sdk), sdk.places)
    const found = ids((await sdk.db.collection(sdk.places).where(condition(sdk)).get()).data)
    assert.deepEqual(sorted ? found : found.toSorted(), sorted ? expected : expected.toSorted())
  },
})

export const geography: Case[] = [
  {
    name: 'a point comes back as a point',
    async run(sdk) {
      await seed(sdk, shops(sdk).slice(0, 1), sdk.places)
      const { at } = (await sdk.db.collection(sdk.places).doc('square').get()).data
      assert.deepEqual([at.longitude, at.latitude], [...SQUARE])
      assert.deepEqual(at.toJSON(), { type: 'Point', coordinates: [...SQUARE] })
    },
  },
  {
    name: 'an object in the form of a point comes back as a point',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', at: { type: 'Point', coordinates: [...SQUARE] } }], sdk.places)
      assert.equal((await sdk.db.collection(sdk.places).doc('a').get()).data.at.longitude, SQUARE[0])
    },
  },
  {
    name: 'lines and polygons come back as they were',
    async run(sdk) {
      const { Geo } = sdk.db
      const line = Geo.LineString([Geo.Point(121, 31), Geo.Point(122, 32)])
      await seed(sdk, [{ _id: 'a', line, area: box(sdk, 121, 31, 122, 32) }])
      const { line: lineBack, area } = (await sdk.db.collection(sdk.docs).doc('a').get()).data
      assert.deepEqual(lineBack.toJSON(), line.toJSON())
      assert.deepEqual(area.toJSON(), box(sdk, 121, 31, 122, 32).toJSON())
    },
  },
  query(
    'near gives the nearest first',
    ({ _, db }) => ({ at: _.geoNear({ geometry: db.Geo.Point(121.49, 31.236) }) }),
    ['bund', 'square', 'airport', 'beijing'],
    true,
  ),
  query(
    'near within a greatest distance in metres',
    ({ _, db }) => ({ at: _.geoNear({ geometry: db.Geo.Point(...SQUARE), maxDistance: 5_000 }) }),
    ['square', 'bund'],
    true,
  ),
  query(
    'near beyond a least distance in metres',
    ({ _, db }) => ({ at: _.geoNear({ geometry: db.Geo.Point(...SQUARE), minDistance: 1_000, maxDistance: 100_000 }) }),
    ['bund', 'airport'],
    true,
  ),
  query('within a polygon', (sdk) => ({ at: sdk._.geoWithin({ geometry: box(sdk, 121.4, 31.2, 121.6, 31.3) }) }), [
    'square',
    'bund',
  ]),
  query(
    'within a circle given in radians',
    ({ _ }) => ({ at: _.geoWithin({ centerSphere: [[...SQUARE], 5 / 6378.1] }) }),
    ['square', 'bund'],
  ),
  query('intersects a polygon', (sdk) => ({ at: sdk._.geoIntersects({ geometry: box(sdk, 116, 39, 117, 40) }) }), [
    'beijing',
  ]),
  query('intersects the very point', ({ _, db }) => ({ at: _.geoIntersects({ geometry: db.Geo.Point(...SQUARE) }) }), [
    'square',
  ]),
  {
    name: 'an area intersects a line that crosses it',
    async run(sdk) {
      const { Geo } = sdk.db
      await seed(
        sdk,
        [
          { _id: 'in', at: box(sdk, 121, 31, 122, 32) },
          { _id: 'out', at: box(sdk, 131, 31, 132, 32) },
        ],
        sdk.places,
      )
      const line = Geo.LineString([Geo.Point(120, 31.5), Geo.Point(123, 31.5)])
      const found = await sdk.db
        .collection(sdk.places)
        .where({ at: sdk._.geoIntersects({ geometry: line }) })
        .get()
      assert.deepEqual(ids(found.data), ['in'])
    },
  },
]
