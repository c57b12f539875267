import { useState } from 'react'
import { groupsOfMember } from '@shared/groups/contract'
import { obligationsOfMember, type ObligationView } from '@shared/obligations/contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { toast } from '@/components/Toast'
import { GroupsSheet } from '@/features/groups/GroupsSheet'
import { KeepSheet } from '@/features/obligations/Owed'
import { useAsk } from '@/kit/ask'
import { useTranslate } from '@/kit/i18n'

/** What the shop knows of a customer besides their card: what it owes them, and where they stand. */
export function useCustomerFile(sheet: CustomerSheet) {
  const t = useTranslate()
  const [keeping, setKeeping] = useState<ObligationView | null>(null)
  const [sorting, setSorting] = useState(false)
  const about = { scanId: sheet.scanId, accountId: sheet.accountId }
  const owed = useAsk(obligationsOfMember, about)
  const standing = useAsk(groupsOfMember, about)
  const kept = () => {
    setKeeping(null)
    toast(t('owed.kept'))
    void owed.again()
  }
  const over = keeping ? (
    <KeepSheet one={keeping} onDone={kept} onClose={() => setKeeping(null)} />
  ) : (
    sorting &&
    standing.value && (
      <GroupsSheet
        customer={about}
        standing={standing.value}
        onChange={() => void standing.again()}
        onClose={() => setSorting(false)}
      />
    )
  )
  return {
    over,
    owed: { obligations: owed.value?.obligations ?? [], onKeep: setKeeping },
    groups: { standing: standing.value, onOpen: () => setSorting(true) },
  }
}
