import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openShop, type Shop } from './shop'

const rounds = 4
const linesPerRound = 150

/** Runs the writer until it has acknowledged so much, kills it with no chance to tidy up, and gives what it had acknowledged. */
async function writeUntilKilled(file: string, round: number): Promise<string[]> {
  const script = join(__dirname, 'write-until-killed.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, `r${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    // Lines that were on their way when the kill came count too: they were acknowledged.
    if (lines.length === linesPerRound + round * 7) child.kill('SIGKILL')
  }
  return lines
}

describe('a kill -9 of the database', () => {
  let shop: Shop
  beforeAll(() => {
    shop = openShop()
  })
  afterAll(() => shop.close())

  it('loses nothing that was acknowledged, and leaves no transaction half done', async () => {
    await shop.ask('insertDocument', {
      collectionName: 'plain',
      data: ['{"_id":"from","points":{"$numberInt":"0"}}', '{"_id":"to","points":{"$numberInt":"0"}}'],
    })
    shop.engine.close()
    const acknowledged: string[] = []
    for (let round = 0; round < rounds; round++) acknowledged.push(...(await writeUntilKilled(shop.file, round)))
    shop.reopen()

    const documents = [...shop.engine.dump()]
    const ids = new Set(documents.map(({ document }) => (document as { _id: string })._id))
    const inserted = acknowledged
      .filter((line) => line.startsWith('inserted '))
      .map((line) => line.slice('inserted '.length))
    const transferred = acknowledged.length - inserted.length
    expect(inserted.length).toBeGreaterThan(rounds)
    expect(transferred).toBeGreaterThan(rounds)
    expect(inserted.filter((id) => !ids.has(id))).toEqual([])
    const points = Object.fromEntries(
      documents
        .filter(({ collection }) => collection === 'plain')
        .map(({ document }) => Object.values(document as object)),
    )
    expect(points.from + points.to).toBe(0)
    // A commit may be on disk although its answer was lost with the process: at most one a round.
    expect(points.to).toBeGreaterThanOrEqual(transferred)
    expect(points.to).toBeLessThanOrEqual(transferred + rounds)
  })
})
