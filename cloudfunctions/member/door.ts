import { memberOperations, visitorOperations } from '../../shared/operations'
import { myCard } from '../_areas/cards/my-card'
import { enrol } from '../_areas/members/enrol'
import { readHome } from '../_areas/members/read-home'
import { readStatement } from '../_areas/points/read-statement'
import { welcome } from '../_areas/shop/welcome'
import { readProgress } from '../_areas/tiers/read-progress'
import { memberDoor } from '../_runtime/member-door'

/** What members and visitors do on their own phones. */
export const membersDoor = memberDoor({
  visitorOperations,
  memberOperations,
  visitor: { 'members.enrol': enrol, 'shop.welcome': welcome },
  member: {
    'cards.mine': myCard,
    'home.read': readHome,
    'points.statement': readStatement,
    'tiers.progress': readProgress,
  },
})
