import type { Run } from '../../../shared/journeys/run'
import type { Task } from '../../../shared/journeys/task'
import type { StaffGrant } from '../../_runtime/handler'
import { worksIn } from '../../_runtime/staff-door'
import type { Effects } from '../../_runtime/effects'

/** Whether somebody is the head of a store: its manager. */
export function isHeadOf(grant: StaffGrant, storeId: string): boolean {
  return grant.role === 'manager' && worksIn(grant, storeId)
}

/** Whether somebody does a task: whoever it is for, or the head. */
export function mayDo(grant: StaffGrant, task: Pick<Task, 'assigneeId' | 'storeId'>): boolean {
  return task.assigneeId === grant._id || isHeadOf(grant, task.storeId)
}

/** Whether somebody has a part in a journey: whoever stands for one of its roles, or the head. */
export function takesPart(grant: StaffGrant, run: Pick<Run, 'people' | 'storeId' | 'steps'>): boolean {
  const given = Object.values(run.steps).some((step) => step.given === grant._id)
  return given || Object.values(run.people).includes(grant._id) || isHeadOf(grant, run.storeId)
}

/** Whoever may be given something to do in a store, by name. */
export async function colleaguesIn({ store }: Effects, storeId: string): Promise<{ id: string; name: string }[]> {
  const grants = await store.find<StaffGrant>('staff', { where: { active: true }, limit: 1000 })
  return grants
    .filter((grant) => worksIn(grant, storeId))
    .map(({ _id: id, name }) => ({ id, name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}
