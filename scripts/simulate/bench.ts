import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { addDays } from '../../shared/kit/time'
import { liveThrough } from './live'
import { programmeNamed } from './programme-named'

const members = 20_000
const days = 730
const sizes = [10_000, 100_000, 1_000_000, 10_000_000]

/**
 * npm run simulate:bench [-- PRESET [MOST]]: how many orders the simulator takes in a second of processor time, reading
 * included, for histories of ten thousand to ten million orders of the same members, and the most memory it held. Ratios are
 * against the row above: linear is × 1. Time of the processor, because a busy machine makes every clock on a wall run fast.
 */
async function bench([preset = 'express-courier', most = '10000000']: string[]): Promise<void> {
  const programme = await programmeNamed(preset)
  const folder = mkdtempSync(path.join(tmpdir(), 'changlai-bench-'))
  try {
    const file = path.join(folder, 'history.csv')
    // Lived once unmeasured, so that the first row does not tell how an engine warms up.
    await writeHistory(file, 100_000)
    await liveThrough(file, [programme], { asOf: null })
    let before: { perSecond: number; heap: number } | null = null
    for (const size of sizes.filter((one) => one <= Number(most))) {
      await writeHistory(file, size)
      const began = process.cpuUsage()
      await liveThrough(file, [programme], { asOf: null })
      const { user, system } = process.cpuUsage(began)
      const perSecond = (size / (user + system)) * 1_000_000
      const heap = process.resourceUsage().maxRSS / 1024
      const ratio = (now: number, then: number | undefined) => (then ? ` (× ${(now / then).toFixed(2)})` : '')
      console.log(
        `${size.toLocaleString('en-US').padStart(10)} orders, ${Math.round(statSync(file).size / 2 ** 20)} MB: ` +
          `${Math.round(perSecond).toLocaleString('en-US')} a second (${((user + system) / size).toFixed(2)} µs each)${ratio(perSecond, before?.perSecond)}, ` +
          `${Math.round(heap)} MB at most${ratio(heap, before?.heap)}`,
      )
      before = { perSecond, heap }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same history each time: a generator of fixed seed, orders by day. */
async function writeHistory(file: string, orders: number): Promise<void> {
  const output = createWriteStream(file)
  output.write('order_id,customer_id,date,quantity,amount\n')
  const next = generator(2026)
  const dates = Array.from({ length: days }, (_, index) => addDays('2024-01-01', index))
  for (let page = 0; page < orders; page += 10_000) {
    let text = ''
    for (let index = page; index < Math.min(orders, page + 10_000); index += 1) {
      const date = dates[Math.floor((index / orders) * days)]
      const fen = 500 + next(20_000)
      text += `B${String(index).padStart(8, '0')},C${next(members)},${date},1,${(fen / 100).toFixed(2)}\n`
    }
    if (!output.write(text)) await once(output, 'drain')
  }
  output.end()
  await finished(output)
}

/** A linear congruential generator with the constants of Numerical Recipes: whole numbers below a limit. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
