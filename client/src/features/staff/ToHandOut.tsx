import { View } from '@tarojs/components'
import { addDays, dayOf, type Instant } from '@shared/kit/time'
import { rewardsHandOut, type WaitingExchange } from '@shared/rewards/contract'
import type { CustomerSheet } from '@shared/staff/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords } from '@/kit/time'
import './CardActs.scss'

type Rows = { waiting: readonly WaitingExchange[]; now: Instant; onHandOut: (one: WaitingExchange) => void }

/** Rewards that wait for this customer, what is due with them and until when they wait. */
export function ToHandOut({ waiting, now, onHandOut }: Rows) {
  const t = useTranslate()
  const language = useLanguage()
  if (waiting.length === 0) return null
  return (
    <View className="till__part">
      <View className="b1 w600 till__heading">{t('hand.head')}</View>
      <View className="card">
        {waiting.map((one) => {
          const until = t('hand.row.until', { date: dayWords(addDays(dayOf(one.until), -1), now, language) })
          const money = one.addFen > 0 ? t('hand.row.money', { money: moneyText(one.addFen) }) : null
          return (
            <ListRow
              key={one.exchangeNo}
              id={`hand-${one.exchangeNo}`}
              icon="gift"
              tile="brand"
              height={66}
              title={nameOf(one, language)}
              note={[one.storeName, until, money].filter(Boolean).join(' · ')}
              value={t('hand.act')}
              onPress={() => onHandOut(one)}
            />
          )
        })}
      </View>
    </View>
  )
}

type SheetProps = { sheet: CustomerSheet; one: WaitingExchange; onDone: () => void; onClose: () => void }

/** The employee confirms that the guest has the reward, and that the money due was taken. */
export function HandOutSheet({ sheet, one, onDone, onClose }: SheetProps) {
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(rewardsHandOut)
  const { scanId, accountId } = sheet
  const { exchangeNo, addFen } = one
  const what = nameOf(one, language)
  const money = moneyText(addFen)
  const confirm = async () => {
    const answer = await command.run({ scanId, accountId, exchangeNo, paidFen: addFen })
    if (answer?.ok) onDone()
  }
  return (
    <Sheet title={t('hand.title')} locked={command.busy} onClose={onClose}>
      {command.refusal && (
        <Notice kind="danger" text={command.refusal.message || t('hand.unheard')} className="card-acts__refusal" />
      )}
      <View className="b1 c-ink-2 card-acts__body">
        {addFen > 0 ? t('hand.body.money', { what, money }) : t('hand.body', { what })}
      </View>
      <Button
        id="hand-confirm"
        size={52}
        label={addFen > 0 ? t('hand.confirm.money', { money }) : t('hand.confirm')}
        busyLabel={t('hand.busy')}
        busy={command.busy}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}

function nameOf({ name, count }: WaitingExchange, language: Language): string {
  const words = inLanguage(name, language)
  return count === 1 ? words : `${words} × ${count}`
}
