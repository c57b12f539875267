import { View } from '@tarojs/components'
import { rewardsList, rewardsRemind, type RewardOffer } from '@shared/rewards/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { queryClient } from '@/kit/query'

/** In place of the swap of what is sold out: the member is told once when it is there again, in WeChat where they allow it. */
export function RemindMe({ reward, onRemind }: { reward: RewardOffer; onRemind: () => void }) {
  const t = useTranslate()
  const command = useCommand(rewardsRemind)
  const { rewardId, awaited } = reward
  const ask = async () => {
    await command.run({ rewardId })
    // Whatever came of it: it may be there again meanwhile.
    void queryClient.invalidateQueries({ queryKey: [rewardsList.name] })
  }
  const press = () => {
    onRemind()
    void ask()
  }
  return (
    <View>
      {command.refusal && (
        <Notice kind="danger" text={command.refusal.message || t('swap.unheard')} className="swap__said" />
      )}
      {awaited && <Notice icon="bell" text={t('swap.reminded')} className="swap__said" />}
      <Button
        id="swap-remind"
        size={52}
        icon="bell"
        className="swap__confirm"
        label={t(awaited ? 'mall.awaited' : 'swap.remind')}
        busyLabel={t('swap.remind.busy')}
        busy={command.busy}
        disabled={awaited}
        onPress={press}
      />
    </View>
  )
}
