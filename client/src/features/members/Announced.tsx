import type { MemberHome } from '@shared/members/contract'
import { dayOf } from '@shared/kit/time'
import { Notice } from '@/components/Notice'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { dayWords } from '@/kit/time'

/** The notice names so many changes and counts the rest. */
const namedMax = 3

/** What the shop changes of its programme by which members may get less, from the day it is published. */
export function Announced({ home }: { home: MemberHome }) {
  const t = useTranslate()
  const language = useLanguage()
  const { announcement } = home
  if (!announcement) return null
  const { words, effectiveAt } = announcement
  const named = words.slice(0, namedMax).map((one) => inLanguage(one, language))
  const more = words.length - named.length
  const date = dayWords(dayOf(effectiveAt), home.serverAt, language)
  const told = t('home.announced', { date, words: named.join(language === 'en' ? '; ' : '；') })
  const text = more > 0 ? told + t('home.announced.more', { n: more }) : told
  return <Notice kind="info" className="home__announced" text={text} />
}
