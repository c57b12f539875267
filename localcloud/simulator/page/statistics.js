import { make } from './shop.js'

const rowsMax = 6
const place = document.getElementById('statistics')
const callsBefore = new Map()
let order = []
let shown = ''

/** Shows what the operations that were called last have cost; one that was called since the last look comes to the top. */
export function showStatistics({ operations }) {
  const byName = new Map(operations.map((one) => [nameOf(one), one]))
  const called = [...byName].filter(([name, one]) => callsBefore.get(name) !== one.calls).map(([name]) => name)
  for (const name of called) callsBefore.set(name, byName.get(name).calls)
  order = [...called.reverse(), ...order.filter((name) => !called.includes(name) && byName.has(name))]
  const latest = order.slice(0, rowsMax).map((name) => [name, byName.get(name)])
  if (JSON.stringify(latest) === shown) return
  shown = JSON.stringify(latest)
  place.replaceChildren(...latest.map(([name, one]) => row(name, one)))
}

function nameOf({ function: name, operation }) {
  return operation === null ? name : `${name} · ${operation}`
}

function row(name, { calls, databaseCalls, sequential, refused, failed }) {
  const figures = [calls, databaseCalls.last, sequential.last, `${refused} / ${failed}`]
  return make('tr', {}, make('th', { scope: 'row' }, name), ...figures.map((figure) => make('td', {}, String(figure))))
}
