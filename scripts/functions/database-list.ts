import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { database } from '../../cloudfunctions/database'

/** Leaves the list of collections and indexes beside the functions, for whoever sets up the environment they deploy to. */
export function writeDatabaseList(target: string): void {
  writeFileSync(path.join(target, 'database.json'), `${JSON.stringify(database, null, 2)}\n`)
}
