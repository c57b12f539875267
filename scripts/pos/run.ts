import { createHash } from 'node:crypto'
import { readArguments, usage, type PosArguments, type PosKey } from './arguments'
import { Lanes } from './lanes'
import { localKey, shopTime } from './local'
import { readOrders, surveyFile } from './orders-file'
import type { FileOrder } from './order-row'
import { openProgress, type ProgressFile } from './progress-file'
import { addTally, emptyTally, summary, tallyOf } from './tally'
import { sendBatch, TillRefused, TillUnanswered, type Till } from './till'

export type PosWorld = {
  argv: string[]
  env: NodeJS.ProcessEnv
  /** Where progress is kept. */
  cacheFolder: string
  print(line: string): void
  progress(done: number, total: number): void
}

/**
 * Sends a file of orders to the shop through the till's door. Gives the exit code: 0 when every line was taken (now or
 * before), 1 when some were not, 2 when the command could not begin.
 */
export async function runPos(world: PosWorld): Promise<number> {
  try {
    const asked = readArguments(world.argv, world.env)
    const key = asked.key ?? (await localKey(asked.url))
    if (!key) throw new Error('No key: give --key and --secret, or start the local cloud first.')
    return await sendFile(asked, key, world)
  } catch (error) {
    if (error instanceof TillUnanswered)
      world.print(`The shop does not answer (${error.message}). Run the command again to go on.`)
    else if (error instanceof TillRefused) world.print(`The shop refuses: ${error.message}`)
    else world.print(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return error instanceof TillUnanswered ? 1 : 2
  }
}

const laneCount = 8

async function sendFile(asked: PosArguments, key: PosKey, world: PosWorld): Promise<number> {
  const { hash, lines } = await surveyFile(asked.file)
  const progress = openProgress(world.cacheFolder, progressName(asked, key, hash), asked.fromStart)
  const { total, confirmedOf, skipped } = earlier(progress)
  const broken: { line: number; broken: string }[] = []
  let done = 0
  const advance = (count: number): void => world.progress((done += count), lines)
  const till: Till = {
    url: asked.url,
    key,
    storeId: asked.storeId,
    patienceMs: asked.patienceSeconds * 1000,
    clock: () => shopTime(asked.url),
  }
  const lanes = new Lanes<{ line: number; item: FileOrder }>(laneCount, async (batch, lane) => {
    const results = await sendBatch(
      till,
      batch.map(({ item }) => item),
    )
    const tally = tallyOf(
      batch.map(({ line }) => line),
      results,
    )
    progress.add({ lane, count: batch.length, tally })
    addTally(total, tally)
    advance(batch.length)
  })
  for await (const row of readOrders(asked.file)) {
    if ('broken' in row) {
      broken.push(row)
      advance(1)
    } else {
      const owner = row.item.customer.externalId
      if (confirmedOf.takeOne(lanes.laneOf(owner))) advance(1)
      else await lanes.put(owner, row)
    }
  }
  await lanes.end()
  progress.remove()
  for (const sentence of summary(total, broken, skipped)) world.print(sentence)
  return total.refused.length + broken.length === 0 ? 0 : 1
}

/** Progress belongs to one file, one shop, one store and one key: a shop founded anew has new keys. */
function progressName(asked: PosArguments, key: PosKey, hash: string): string {
  const parts = [hash, asked.url, asked.storeId, key.keyId, String(laneCount)]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}

/** What an interrupted run had confirmed: a lane is sent in file order, so a count per lane says all. */
function earlier(progress: ProgressFile) {
  const total = emptyTally()
  const left = new Map<number, number>()
  for (const { lane, count, tally } of progress.confirmed) {
    left.set(lane, (left.get(lane) ?? 0) + count)
    addTally(total, tally)
  }
  const takeOne = (lane: number): boolean => {
    const count = left.get(lane) ?? 0
    left.set(lane, count - 1)
    return count > 0
  }
  return { total, confirmedOf: { takeOne }, skipped: [...left.values()].reduce((sum, count) => sum + count, 0) }
}
