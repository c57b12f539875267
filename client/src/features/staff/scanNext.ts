import { backTo } from '@/kit/open'
import { changeTill } from './till'

/** Back to the workbench, which scans as soon as it is shown. */
export function scanNext(): void {
  changeTill({ customer: null, receipt: null, refused: null, scanWanted: true })
  backTo('till')
}
