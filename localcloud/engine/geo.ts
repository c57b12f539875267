import { isFields, type Value } from './ejson'

/** Longitude and latitude in degrees. */
export type Point = [number, number]
/** A GeoJSON shape taken apart: single points, lines between points, and areas (outer ring first, then holes). */
export type Shape = { points: Point[]; segments: [Point, Point][]; areas: Point[][][] }

/** The radius by which the cloud turns angles into metres. */
export const earthRadiusMetres = 6_378_100

/** Reads a stored or sent GeoJSON value; null when it is none. */
export function readShape(value: Value | undefined): Shape | null {
  if (!isFields(value) || typeof value.type !== 'string' || !Array.isArray(value.coordinates)) return null
  const coordinates = value.coordinates as never
  switch (value.type) {
    case 'Point':
      return { points: [coordinates], segments: [], areas: [] }
    case 'MultiPoint':
      return { points: coordinates, segments: [], areas: [] }
    case 'LineString':
      return lines([coordinates])
    case 'MultiLineString':
      return lines(coordinates)
    case 'Polygon':
      return areas([coordinates])
    case 'MultiPolygon':
      return areas(coordinates)
    default:
      return null
  }
}

/** Metres between two points along the sphere (haversine). */
export function distanceMetres(a: Point, b: Point): number {
  const [lngA, latA, lngB, latB] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ]
  const half = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin((lngB - lngA) / 2) ** 2
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** True when every part of the inner shape lies in the areas of the outer one. Edges are taken as straight in degrees: a shop's neighbourhood, not continents. */
export function isWithin(inner: Shape, outer: Shape): boolean {
  const vertices = [...inner.points, ...inner.segments.flat()]
  return vertices.length > 0 && vertices.every((point) => outer.areas.some((rings) => inArea(point, rings)))
}

/** True when the shapes share at least one point. */
export function intersects(a: Shape, b: Shape): boolean {
  return touches(a, b) || touches(b, a) || a.segments.some((one) => b.segments.some((other) => cross(one, other)))
}

function touches(a: Shape, b: Shape): boolean {
  return [...a.points, ...a.segments.flat()].some(
    (point) =>
      b.points.some((other) => other[0] === point[0] && other[1] === point[1]) ||
      b.segments.some((segment) => onSegment(point, segment)) ||
      b.areas.some((rings) => inArea(point, rings)),
  )
}

function lines(list: Point[][]): Shape {
  return { points: [], segments: list.flatMap(pairs), areas: [] }
}

function areas(list: Point[][][]): Shape {
  return { points: [], segments: list.flat().flatMap(pairs), areas: list }
}

function pairs(line: Point[]): [Point, Point][] {
  return line.slice(1).map((point, i) => [line[i] as Point, point])
}

function inArea(point: Point, [outer, ...holes]: Point[][]): boolean {
  return inRing(point, outer ?? []) && !holes.some((hole) => inRing(point, hole) && !onRing(point, hole))
}

function inRing(point: Point, ring: Point[]): boolean {
  if (onRing(point, ring)) return true
  const [x, y] = point
  const crossings = pairs(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax,
  )
  return crossings.length % 2 === 1
}

const onRing = (point: Point, ring: Point[]) => pairs(ring).some((segment) => onSegment(point, segment))

function onSegment(point: Point, [a, b]: [Point, Point]): boolean {
  const between = (v: number, from: number, to: number) => v >= Math.min(from, to) && v <= Math.max(from, to)
  return turn(a, b, point) === 0 && between(point[0], a[0], b[0]) && between(point[1], a[1], b[1])
}

function cross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
