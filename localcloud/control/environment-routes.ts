import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ControlParts, Handlers } from './parts'
import { ControlRefusal, fieldsOf, textOf } from './refusal'

/** Everything that the platform's services keep. */
const KINDS = [
  'sent',
  'acceptances',
  'phone-codes',
  'payments',
  'notices',
  'media-events',
  'active',
  'risk-ranks',
  'people',
  'values',
  'settings',
]

/**
 * `POST reset` empties the environment: documents, files, everything sent or set, the clock, statistics and faults;
 * function processes end, so that nothing remembered in them survives (`keepProcesses: true` lets them live and only
 * waits for their work). `POST snapshot` and `POST restore` keep and bring back the data under a name. `POST drain`
 * answers when nothing is under way any more.
 */
export function environmentRoutes(parts: ControlParts): Handlers {
  const { engine, records, storage } = parts
  const emptyFiles = () => {
    rmSync(storage.folder, { recursive: true, force: true })
    mkdirSync(storage.folder, { recursive: true })
  }
  const folderOf = (input: unknown) => {
    const name = textOf(input, 'name')
    if (!/^[A-Za-z0-9_-]{1,60}$/.test(name)) throw new ControlRefusal('name must be letters, digits, _ and -')
    return join(parts.dataDir, 'snapshots', name)
  }
  return {
    async 'POST reset'({ input }) {
      const { keepProcesses = false } = fieldsOf<{ keepProcesses: boolean }>(input)
      await (keepProcesses ? parts.drain() : stop(parts))
      engine.reset()
      emptyFiles()
      await records.clear(KINDS)
      parts.clock.set({ at: Date.now(), frozen: false })
      parts.faults.replace([])
      parts.statistics.clear()
      parts.log.clear()
    },
    async 'POST snapshot'({ input }) {
      const folder = folderOf(input)
      await parts.drain()
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      await engine.snapshot(join(folder, 'database.sqlite'))
      cpSync(storage.folder, join(folder, 'files'), { recursive: true })
      // Written last: a snapshot without it is not whole and is not restored.
      writeFileSync(join(folder, 'platform.jsonl'), records.export(), { flush: true })
    },
    async 'POST restore'({ input }) {
      const folder = folderOf(input)
      if (!existsSync(join(folder, 'platform.jsonl'))) throw new ControlRefusal('there is no such snapshot')
      await stop(parts)
      await engine.restore(join(folder, 'database.sqlite'))
      emptyFiles()
      cpSync(join(folder, 'files'), storage.folder, { recursive: true })
      await records.import(readFileSync(join(folder, 'platform.jsonl'), 'utf8'))
    },
    'POST drain': () => parts.drain(),
  }
}

/** Ends the processes and waits for their last requests, so that nothing old writes into what comes next or is remembered in it. */
async function stop(parts: ControlParts): Promise<void> {
  do {
    await parts.pool.endAll()
    endInvocations(parts)
    await parts.drain()
    // A call that came meanwhile has started a process, which has seen the old data.
  } while (parts.pool.processes() > 0)
}

/** What a process that is gone still asks for is not done; nobody waits any longer for a transaction, for all are rolled back. */
function endInvocations({ engine, invocations }: ControlParts): void {
  engine.abortInvocation(OUTSIDE)
  for (const invocation of invocations.all()) {
    invocation.over = !invocation.alive()
    engine.abortInvocation(invocation.id)
  }
}

/** The invocation of requests that come from no function. */
const OUTSIDE = ''
