import { actsWays } from '@shared/acts/contract'
import { checkinsRead, type CalendarView } from '@shared/checkins/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { keepReply } from '@/kit/kept'
import { queryClient } from '@/kit/query'
import { outdated, useRead } from '@/kit/read'

export const useCalendar = () => useRead(checkinsRead, {})

/** What a command answered stands on the page at once; pages that show the balance read it anew. */
export async function calendarChanged(calendar: CalendarView): Promise<void> {
  await queryClient.cancelQueries({ queryKey: [checkinsRead.name] })
  keepReply(checkinsRead, {}, calendar)
  queryClient.setQueryData([checkinsRead.name, {}], calendar)
  for (const operation of [homeRead, pointsStatement, actsWays]) outdated(operation)
}
