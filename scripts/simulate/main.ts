import { simulate } from './simulate'

void simulate(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
