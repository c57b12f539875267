import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever the command was given from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
