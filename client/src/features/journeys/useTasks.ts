import type { InputOf, OutputOf } from '@shared/kit/contract'
import { tasksMine } from '@shared/journeys/tasks-contract'
import { useAskPages } from '@/kit/ask-pages'

export type List = 'mine' | 'head'
export type Part = 'now' | 'coming'

/** Tasks of one list, page by page. */
export function useTasks(storeId: string, list: List, part: Part) {
  return useAskPages(tasksMine, { storeId, list, part }, pages)
}

const pages = {
  rowsOf: ({ tasks }: OutputOf<typeof tasksMine>) => tasks,
  nextAfter: ({ nextAfter }: OutputOf<typeof tasksMine>) => nextAfter,
  onFrom: (asked: InputOf<typeof tasksMine>, after: string) => ({ ...asked, after }),
}
