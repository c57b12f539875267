import path from 'node:path'
import { buildFunctions } from './functions/build'
import { writeDatabaseList } from './functions/database-list'

// npm run build:functions: bundles every function of cloudfunctions/ into dist/cloudfunctions, as it deploys.
const root = path.resolve(__dirname, '..')
const target = path.join(root, 'dist/cloudfunctions')

buildFunctions({ root, target })
  .then((built) => {
    writeDatabaseList(target)
    for (const { name, bytes } of built) console.log(`${name.padEnd(10)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`)
  })
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
