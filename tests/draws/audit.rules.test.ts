import { auditAccount } from '../../shared/books/audit'
import { balanceIn, buy, newMember } from '../support/builders'
import { drawShop } from '../support/draws'

const programme = drawShop({ chances: [{ kind: 'purchase', fromFen: 5_000, chances: 2 }] })
const book = buy(newMember(programme), programme, { fen: 5_000 })

it('an audit finds chances that no entry gave, or took', () => {
  const { chances } = book.account
  if (!chances) throw new Error('the order gave no chances')
  const faultsOf = (changed: typeof chances) =>
    auditAccount({ ...book.account, chances: changed }, balanceIn(book), book.entries)
  expect(faultsOf(chances)).toEqual([])
  const more = chances.granted.map((one) => ({ ...one, left: one.left + 1 }))
  for (const granted of [more, []])
    expect(faultsOf({ ...chances, granted })).toEqual(['the entries do not add up to the account'])
})
