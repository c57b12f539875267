import { operations } from '../../../shared/operations'
import { calendarReplies } from '../../client/support/calendar'
import { eventReplies } from '../../client/support/events'
import { drawReplies } from '../../client/support/draws'
import { mallReplies } from '../../client/support/mall'
import { replies } from '../../client/support/replies'

// Prints the replies that the compiled pages are given, each held against its operation's contract.
const checked = Object.entries({
  ...replies,
  ...mallReplies,
  ...calendarReplies,
  ...eventReplies,
  ...drawReplies,
}).map(([name, reply]) => {
  const operation = operations.find((one) => one.name === name)
  if (!operation) throw new Error(`${name} is no operation`)
  return [name, operation.output.parse(reply)]
})
process.stdout.write(JSON.stringify(Object.fromEntries(checked)))
