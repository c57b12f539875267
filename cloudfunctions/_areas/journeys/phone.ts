import type { tasksPhone } from '../../../shared/journeys/tasks-contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { open } from '../../_runtime/vault'
import { mayDo } from './access'
import { recordOf } from './change-run'
import { settledBy } from './settled'
import type { StoredRun, StoredTask } from './stored'

type Profile = { _id: string; sealedPhone: string }

/** The number to call, for whoever has to make the call; that it was looked up is written down before it is told. */
export const readPhone: Handler<typeof tasksPhone, StaffContext> = async (context, { taskId }) => {
  const { effects, now, request } = context
  const { store } = effects
  const [entered, task] = await Promise.all([context.entered, store.get<StoredTask>('tasks', taskId)])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  if (!task) return refuse('task_unknown')
  const { grant } = entered.value
  if (!mayDo(grant, task)) return refuse('task_not_yours')
  if (task.state !== 'open') return refuse('task_over', await settledBy(effects, task))
  const profile = await store.get<Profile>('profiles', task.accountId)
  if (!profile) return refuse('phone_unknown')
  const run: Pick<StoredRun, '_id' | 'accountId'> = { _id: task.runId, accountId: task.accountId }
  const draft = { kind: 'phone' as const, by: grant._id, what: task.name, taskId }
  const record = recordOf(draft, run, { _id: `record:${taskId.slice('task:'.length)}:phone:${request.id}`, at: now })
  await store.insert('journeyRecords', [record])
  const place = `profiles/${task.accountId}/phone`
  return allow({ number: open(effects.secrets.vaultKey, profile.sealedPhone, place) })
}
