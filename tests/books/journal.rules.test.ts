import { openJournal, record } from '../../shared/books/journal'
import { firstDay, newMember, programmeOf, stampAt } from '../support/builders'

describe('an entry', () => {
  const { account } = newMember(programmeOf())
  const stamp = { ...stampAt(firstDay), programmeVersion: 7, actor: 'staff-1' }
  const at = '2026-05-31T16:00:00.000Z'
  const journal = record(openJournal(account, stamp), { kind: 'rename', name: '李雷' }, { at })

  it('says by which version of the programme and by whom it was made, and in which month of Shanghai', () => {
    expect(journal.entries).toMatchObject([
      { programmeVersion: 7, actor: 'staff-1', at, month: '2026-06', recordedAt: firstDay, seq: account.seq + 1 },
    ])
  })

  it('leaves the account that it was written on as it was', () => {
    expect([account.name, account.seq]).toEqual([newMember(programmeOf()).account.name, journal.account.seq - 1])
    expect(journal.account.name).toBe('李雷')
  })
})
