import type { Job } from '../job'
import { accounts } from './accounts'
import { audit } from './audit'
import { boards } from './boards'
import { codes } from './codes'
import { drawResults } from './draw-results'
import { drawRounds } from './draw-rounds'
import { drawSeeds } from './draw-seeds'
import { events } from './events'
import { handOvers } from './hand-over'
import { journeys } from './journeys'
import { messages } from './messages'
import { obligations } from './obligations'
import { promiseCounts } from './promise-counts'
import { restock } from './restock'
import { rollups } from './rollups'
import { stocks } from './stocks'
import { taskCounts } from './task-counts'
import { versions } from './versions'

/** Everything that happens by itself, in the order in which it runs where all have waited as long. */
export const jobs: readonly Job[] = [
  stocks,
  restock,
  versions,
  events,
  boards,
  drawRounds,
  drawResults,
  drawSeeds,
  accounts,
  handOvers,
  journeys,
  taskCounts,
  messages,
  obligations,
  promiseCounts,
  codes,
  rollups,
  audit,
]
