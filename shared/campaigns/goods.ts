import { isOfGoods } from '../benefits/discount'
import type { Campaign } from '../programme/parts/campaigns'
import type { Programme } from '../programme/schema'

/** What is bought, as far as it is told: by a till system's lines, or how much of a bill a campaign's goods make up. */
export type Goods = {
  lines?: readonly { good?: string | undefined; amountFen: number }[]
  parts?: readonly Part[]
}
export type Part = { campaignId: string; onFen: number }

/** Whether a campaign is for some goods only. */
export function isForGoods({ aim }: Pick<Campaign, 'aim'>): boolean {
  return aim?.goods !== undefined || aim?.categories !== undefined
}

/** How much of an order a campaign's goods make up, in fen; null where it is for all goods. */
export function goodsFen(programme: Pick<Programme, 'goods'>, campaign: Campaign, bought: Goods): number | null {
  const { aim } = campaign
  if (!aim || !isForGoods(campaign)) return null
  const part = bought.parts?.find(({ campaignId }) => campaignId === campaign.id)
  if (part) return part.onFen
  const named = (bought.lines ?? []).filter((line) => isOfGoods(programme, aim, line))
  return named.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
