import type { managerZh } from './manager-zh-CN'
import type { programmeZh } from './programme-zh-CN'
import type { sendingZh } from './sending-zh-CN'

/** All that managers alone read. */
export type ManagerSentences = typeof managerZh & typeof sendingZh & typeof programmeZh
