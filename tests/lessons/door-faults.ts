import type { PlantedFault } from '../support/planted'

/** Faults of the doors and of what stands behind them, and the tests that have to see each. */
export type DoorFault = PlantedFault & { fault: string; test: string; name: string }

export const doorFaults: readonly DoorFault[] = [
  {
    fault: 'a signed request is taken any number of times',
    file: 'cloudfunctions/_areas/purchases/record.ts',
    find: "return [...entries, ...held].some((entry) => 'nonce' in entry && entry.nonce === nonce)",
    replace: 'return entries === accounts',
    test: 'tests/doors/signature.operation.test.ts',
    name: 'counts once',
  },
  {
    fault: 'an order of an earlier batch cannot be refunded',
    file: 'cloudfunctions/_areas/purchases/record.ts',
    find: "return missing.length > 0 ? effects.store.getMany<StoredAccount>('accounts', missing) : []",
    replace: 'return []',
    test: 'tests/purchases/refund-at-once.operation.test.ts',
    name: 'waits for the ledger',
  },
  {
    fault: 'an order number that two accounts took is kept by both',
    file: 'cloudfunctions/_areas/clock/settle-account.ts',
    find: 'if (firstTaken) return giveUpTakenOrder(effects, account, firstTaken, terms)',
    replace: 'if (firstTaken) return false',
    test: 'tests/purchases/taken-order.operation.test.ts',
    name: 'given up by the later one',
  },
  {
    fault: 'somebody whose grant has ended goes on',
    file: 'cloudfunctions/_runtime/manager-door.ts',
    find: '(grant?.active && operation.roles.includes(grant.role))',
    replace: '(grant && operation.roles.includes(grant.role))',
    test: 'tests/doors/dismissed.operation.test.ts',
    name: 'out at once',
  },
  {
    fault: 'a request id stands for any input',
    file: 'cloudfunctions/_runtime/unit-of-work.ts',
    find: "if (recent) return recent.inputHash === request.inputHash ? allow(recent.reply as Value) : refuse('request_reused')",
    replace: 'if (recent) return allow(recent.reply as Value)',
    test: 'tests/doors/replay.operation.test.ts',
    name: 'request_reused when its input is another',
  },
  {
    fault: 'a request that a crash kept from the ledger is forgotten after twenty others',
    file: 'cloudfunctions/_runtime/unit-of-work.ts',
    find: 'const held = account.outbox.find((row) => row.entry._id === id)?.entry',
    replace: 'const held = [].at(0) as Entry | undefined',
    test: 'tests/doors/replay.operation.test.ts',
    name: 'though a crash kept it',
  },
  {
    fault: 'anybody wakes the clock',
    file: 'cloudfunctions/_runtime/clock-door.ts',
    find: "if (openid || source !== 'timer') return",
    replace: 'if (openid === source) return',
    test: 'tests/clock/tick.operation.test.ts',
    name: 'refuses whoever calls it',
  },
  {
    fault: 'an order of next year is booked today',
    file: 'cloudfunctions/_areas/purchases/batch.ts',
    find: "if (at > addMilliseconds(now, clockSkewMs)) return refused.push({ index, code: 'date_in_future' })",
    replace: 'if (at === addMilliseconds(now, clockSkewMs)) return refused.length',
    test: 'tests/doors/bad-input.operation.test.ts',
    name: 'a date far ahead',
  },
]
