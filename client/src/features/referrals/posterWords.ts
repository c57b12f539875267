import { countText } from '@/kit/figures'
import { translator } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { listOf } from './OfferCard'
import type { Poster } from './posterCanvas'
import type { Invitations, Link } from './useReferrals'

const houseBrand = '#1f5a4c'

type About = { link: Link; head: Invitations; brand: string | null; language: Language }

/** What a member's poster says, and the picture of its code. */
export function posterOf({ link, head, brand, language }: About): Poster {
  const t = translator(language)
  const { name, picture } = link
  const { offer, shop, enrolmentPoints } = head
  return {
    brand: brand ?? houseBrand,
    picture: picture ?? '',
    words: {
      shop: shop.name,
      head: name ? t('poster.head', { name }) : t('poster.head.unnamed'),
      body: t('poster.body', { shop: shop.name }),
      gift: enrolmentPoints > 0 ? t('poster.gift', { n: countText(enrolmentPoints) }) : t('poster.gift.none'),
      order: offer ? t('poster.order', { what: listOf(offer.friend, language) }) : null,
      scan: t('poster.scan'),
    },
  }
}
