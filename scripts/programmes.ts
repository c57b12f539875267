import path from 'node:path'
import { coverage, words } from './programmes/coverage'

// npm run -s programmes: every line of the sixteen programmes with the tests that prove it.
const lines = coverage(path.resolve(__dirname, '..'))
for (const line of lines) console.log(words(line))
const proven = lines.filter(({ tests }) => tests.length > 0).length
console.log(`\n${lines.length} lines: ${proven} with tests, ${lines.length - proven} data only`)
