import { valuesOf } from './candidates'
import { isFields, type Fields, type Value } from './ejson'
import { distanceMetres, earthRadiusMetres, intersects, isWithin, readShape, type Point, type Shape } from './geo'
import { isOperators } from './plan'
import { requestFailed } from './refused'

type Test = (values: (Value | undefined)[]) => boolean

/** The test of a geographic operator, or null when it is none. */
export function geoTest(operator: string, operand: Value): Test | null {
  if (operator === '$nearSphere' || operator === '$near') return nearTest(operand)
  if (operator === '$geoWithin') return withinTest(operand)
  if (operator === '$geoIntersects') {
    const wanted = geometryOf(operand, operator)
    return shapes((shape) => intersects(shape, wanted))
  }
  return null
}

/** Where a query looks for what is near: such a query comes in the order of distance. */
export function nearOf(query: Fields): { path: string; from: Point } | null {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      const inner = condition.filter(isFields).map(nearOf).find(Boolean)
      if (inner) return inner
    }
    const near = isOperators(condition) ? (condition.$nearSphere ?? condition.$near) : undefined
    if (near !== undefined) return { path, from: nearPoint(near).from }
  }
  return null
}

/** Metres from a point to what a document holds at a path; Infinity when it holds no point. */
export function distanceTo(document: Fields, path: string, from: Point): number {
  const points = valuesOf(document, path).flatMap((value) => readShape(value)?.points ?? [])
  return Math.min(Infinity, ...points.map((point) => distanceMetres(from, point)))
}

function nearTest(operand: Value): Test {
  const { from, least, most } = nearPoint(operand)
  return shapes((shape) => shape.points.some((point) => within(distanceMetres(from, point), least, most)))
}

function nearPoint(operand: Value): { from: Point; least: number; most: number } {
  const from = geometryOf(operand, '$nearSphere').points[0]
  if (!from || !isFields(operand)) throw requestFailed('$nearSphere needs a Point')
  return { from, least: Number(operand.$minDistance ?? 0), most: Number(operand.$maxDistance ?? Infinity) }
}

function withinTest(operand: Value): Test {
  const circle = isFields(operand) ? operand.$centerSphere : undefined
  if (Array.isArray(circle)) {
    const [centre, radians] = circle as [Point, number]
    return shapes(({ points, segments }) => {
      const vertices = [...points, ...segments.flat()]
      return (
        vertices.length > 0 && vertices.every((point) => distanceMetres(centre, point) <= radians * earthRadiusMetres)
      )
    })
  }
  const outer = geometryOf(operand, '$geoWithin')
  if (outer.areas.length === 0)
    throw requestFailed('$geoWithin not supported with provided geometry: it must be a Polygon or MultiPolygon')
  return shapes((shape) => isWithin(shape, outer))
}

function geometryOf(operand: Value, operator: string): Shape {
  const shape = readShape(isFields(operand) ? operand.$geometry : undefined)
  if (!shape) throw requestFailed(`${operator} needs a valid geometry`)
  return shape
}

const within = (value: number, least: number, most: number) => value >= least && value <= most

function shapes(test: (shape: Shape) => boolean): Test {
  return (values) =>
    values.some((value) => {
      const shape = readShape(value)
      return shape !== null && test(shape)
    })
}
