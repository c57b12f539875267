import path from 'node:path'
import { buildClient } from './client'

// Builds the H5 client unless dist/h5 is built from these sources.
buildClient(path.resolve(__dirname, '../..')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
