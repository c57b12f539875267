import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Facts, OutcomeMark } from '@/components/Outcome'
import { Region } from '@/components/Region'
import { Screen } from '@/components/Screen'
import { Gone } from '@/features/staff/Gone'
import { lifeOf, refusedWords } from '@/features/staff/refusedWords'
import { scanNext } from '@/features/staff/scanNext'
import { useTill, type Refused } from '@/features/staff/till'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { momentWords, secondsOf } from '@/kit/time'
import '@/i18n/staff'
import './till.scss'

/** Why a code was not taken, that nothing happened, and what to do now, step by step. */
export default function RefusedPage() {
  const refused = useTill((till) => till.refused)
  return <Screen back>{refused ? <Why refused={refused} /> : <Gone />}</Screen>
}

function Why({ refused }: { refused: Refused }) {
  const t = useTranslate()
  const { refusal } = refused
  const { title, icon, steps } = refusedWords(refusal.code)
  const body = refusal.message || t('staff.refused.network.body')
  return (
    <View className="till__outcome till__outcome--refused">
      <OutcomeMark kind="refused" icon={icon} />
      <Region role="alert" live="assertive" label={`${t(title)}，${body}`}>
        <View className="h1 till__title">{t(title)}</View>
        <View className="c-ink-2 till__body">
          {sentencesOf(body).map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </View>
      </Region>
      <Times refused={refused} />
      <View className="card till__steps">
        <View className="b1 w600">{t('staff.refused.how')}</View>
        {steps.map((step, index) => (
          <View key={step} className="till__step">
            <View className="num till__step-no">{index + 1}</View>
            <View className="grow till__step-words">{t(step)}</View>
          </View>
        ))}
      </View>
      {refusal.errorId && (
        <View className="cap c-ink-3 num till__body">{t('state.error.code', { code: refusal.errorId })}</View>
      )}
      <BottomBar tall>
        <Button
          id="refused-scan"
          size={52}
          icon="scan"
          label={t(refusal.code === 'coupon_used' ? 'staff.refused.coupon.scan' : 'staff.scan.again')}
          onPress={() => scanNext()}
        />
        <Button
          id="refused-type"
          kind="text"
          size={44}
          label={t('staff.type')}
          className="till__second"
          onPress={() => scanNext('type')}
        />
      </BottomBar>
    </View>
  )
}

/** When the code was made and ended, or when and where it was used, and when it was read: nobody need argue about it. */
function Times({ refused }: { refused: Refused }) {
  const t = useTranslate()
  const language = useLanguage()
  const { code, details = {} } = refused.refusal
  const life = code === 'code_expired' ? lifeOf(refused) : null
  const clock = (at: number) => secondsOf(new Date(at).toISOString())
  // The cloud's own time where it was told: the phone's may be off, and then the three would contradict each other.
  const at = typeof details['at'] === 'string' ? Date.parse(details['at']) : refused.at
  const now = { label: t('staff.refused.now'), value: t('staff.refused.nothing', { time: clock(at) }) }
  const { time, store } = details
  if (code === 'coupon_used') return <Facts facts={[...couponFacts(refused, t, language), now]} />
  if (code === 'code_used' && time && store)
    return (
      <Facts
        facts={[
          { label: t('staff.refused.usedAt'), value: time },
          { label: t('staff.refused.usedIn'), value: store },
          now,
        ]}
      />
    )
  if (!life) return <Facts facts={[now]} />
  return (
    <Facts
      facts={[
        { label: t('staff.refused.made'), value: clock(life.made) },
        { label: t('staff.refused.ended'), value: clock(life.ended) },
        now,
      ]}
    />
  )
}

/** Which coupon it was, when it was taken, where and by whom, and with which order where it was with one. */
function couponFacts({ refusal, coupon, at }: Refused, t: Translate, language: Language) {
  const { usedAt, store, by, nameZh, nameEn, orderId } = refusal.details ?? {}
  const name = coupon ?? (nameZh && nameEn ? { zh: String(nameZh), en: String(nameEn) } : null)
  const now = new Date(at).toISOString()
  const facts = {
    'staff.refused.coupon': name && inLanguage(name, language),
    'staff.refused.redeemedAt': typeof usedAt === 'string' ? momentWords(usedAt, now, language) : null,
    'staff.refused.redeemedIn': [store, by].filter(Boolean).join(' · '),
    'staff.done.order': orderId,
  } as const
  return Object.entries(facts).flatMap(([label, value]) =>
    value ? [{ label: t(label as keyof typeof facts), value: String(value) }] : [],
  )
}

/** Each sentence begins a line of its own. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。]+。?/g) ?? [text]
}
