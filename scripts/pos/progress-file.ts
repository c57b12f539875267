import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Tally } from './tally'

/** What one batch came to: its lane, how many orders of that lane it confirmed, and their outcomes. */
export type Confirmed = { lane: number; count: number; tally: Tally }

export type ProgressFile = { confirmed: Confirmed[]; add(batch: Confirmed): void; remove(): void }

/**
 * The batches of this file that the shop has confirmed to this till, so that an interrupted run goes on where it stopped.
 * It is only a short cut: the shop knows every order number for ever. A line cut off by a crash is as if never written.
 */
export function openProgress(folder: string, name: string, fromStart: boolean): ProgressFile {
  const file = path.join(folder, `${name}.jsonl`)
  mkdirSync(folder, { recursive: true })
  if (fromStart) rmSync(file, { force: true })
  const confirmed = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(readLine) : []
  // A half line at the end would swallow the next one.
  if (confirmed.length > 0) appendFileSync(file, '\n')
  return {
    confirmed,
    add: (batch) => appendFileSync(file, `${JSON.stringify(batch)}\n`),
    remove: () => rmSync(file, { force: true }),
  }
}

function readLine(text: string): Confirmed[] {
  try {
    return [JSON.parse(text) as Confirmed]
  } catch {
    return []
  }
}
