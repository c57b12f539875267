import { staffOperations } from '../../shared/operations'
import { accrue } from '../_areas/staff/accrue'
import { join } from '../_areas/staff/join'
import { me } from '../_areas/staff/me'
import { scan } from '../_areas/staff/scan'
import { undo } from '../_areas/staff/undo'
import { staffDoor } from '../_runtime/staff-door'

/** What staff do at the till, on their own phones. */
export const tillDoor = staffDoor({
  operations: staffOperations,
  handlers: {
    'staff.accrue': accrue,
    'staff.join': join,
    'staff.me': me,
    'staff.scan': scan,
    'staff.undo': undo,
  },
})
