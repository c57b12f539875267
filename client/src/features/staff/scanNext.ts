import { backTo } from '@/kit/open'
import { changeTill } from './till'

/** Back to the workbench, which scans as soon as it is shown, or asks for the digits. */
export function scanNext(by: 'scan' | 'type' = 'scan'): void {
  changeTill({ customer: null, receipt: null, refused: null, wanted: by })
  backTo('till')
}
