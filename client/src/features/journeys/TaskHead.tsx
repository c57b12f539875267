import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { tasksPhone, type TaskSheet } from '@shared/journeys/tasks-contract'
import { dayOf } from '@shared/kit/time'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords, shortDay } from '@/kit/time'
import { dueWords, initialOf } from './taskWords'
import './TaskHead.scss'

/** Whom the task is about, a way to call them, why, and when it is due or how late it is and who knows. */
export function TaskHead({ sheet }: { sheet: TaskSheet }) {
  const t = useTranslate()
  const language = useLanguage()
  const phone = useCommand(tasksPhone)
  const { member, task, serverAt } = sheet
  const call = async () => {
    const answer = await phone.run({ taskId: task.id })
    if (!answer) return
    if (!answer.ok) return toast(answer.refusal.message || t('task.call.unheard'))
    await Taro.makePhoneCall({ phoneNumber: answer.value.number }).catch(() =>
      toast(answer.ok ? answer.value.number : ''),
    )
  }
  const late = task.state === 'missed' || (task.state === 'open' && task.dueAt <= serverAt)
  const tier = inLanguage(member.tier.name, language)
  const since = t('task.since', { date: shortDay(dayOf(member.enrolledAt), language), n: member.visits })
  const name = inLanguage(task.name, language)
  const state = task.state === 'open' ? dueWords(task.dueAt, serverAt, t) : t(`task.state.${task.state}`)
  const told = task.escalatedAt ? t('task.told', { head: inLanguage(task.head, language) }) : task.assignee?.name
  return (
    <View className="card task-head">
      <View className="row">
        <View className="task-head__initial">{initialOf(member.name, member.memberNo)}</View>
        <View className="grow task-head__who">
          <View className="row">
            <View className="h3 ellipsis">{member.name ?? member.memberNo}</View>
            <View className="task-head__tier">{t('task.tier', { t: tier })}</View>
          </View>
          <View className="s1 c-ink-3">{since}</View>
        </View>
        {member.phoneTail && task.mayRecord && (
          <Pressable
            id="task-call"
            label={t('task.call', { tail: member.phoneTail })}
            disabled={phone.busy}
            className="task-head__call"
            onPress={() => void call()}
          >
            <Icon name={phone.busy ? 'spinner' : 'call'} size={20} spin={phone.busy} />
          </Pressable>
        )}
      </View>
      <View id="task-due" className={`task-head__due ${late ? 'task-head__due--late' : ''}`}>
        <Icon
          name={late ? 'alarm' : task.state === 'done' ? 'check-circle' : 'clock'}
          size={16}
          className="task-head__icon"
        />
        <View className="grow s1 w500 ellipsis">{[name, state].join(' · ')}</View>
        {told && <View className="s1 task-head__told">{told}</View>}
      </View>
      {task.tryAt && task.state === 'open' && (
        <View className="s1 c-ink-2 task-head__try">
          {t('task.try', { when: momentWords(task.tryAt, serverAt, language) })}
        </View>
      )}
    </View>
  )
}
