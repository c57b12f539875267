import type { Bilingual } from '../kit/fields'
import { conditionWords } from '../programme/conditions'
import type { Programme, TierCondition } from '../programme/schema'

/** What a tier asks for, as a sentence's part; a tier that it asks for is called by its name. */
export function requirementWords(programme: Programme, condition: TierCondition): Bilingual {
  const asked = condition.kind === 'holds-tier' && programme.tiers.find(({ id }) => id === condition.tierId)
  return asked ? { zh: `已是${asked.name.zh}会员`, en: `being ${asked.name.en} already` } : conditionWords(condition)
}
