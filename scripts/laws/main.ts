import path from 'node:path'
import { sourceViolations } from './source'

// The laws about words and calls, for `npm run check`.
const violations = sourceViolations(path.resolve(__dirname, '../..'))
for (const { file, line, law, message } of violations) console.error(`${file}:${line}  ${law}: ${message}`)
process.exitCode = violations.length > 0 ? 1 : 0
