import { useEffect, useRef } from 'react'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { JoinLanding, JoinSheets } from './JoinLanding'
import { useJoin } from './useJoin'
import { useWelcome, type Welcome } from './useWelcome'

/** The way in, on the page that asked for it: once somebody has joined, the page goes on with what they wanted. */
export function Joining({ onMember }: { onMember: () => void }) {
  const came = useWelcome()
  const { value, refusal, loading, again } = came
  if (value) return <Join welcome={value} came={came} onMember={onMember} />
  return <Screen back>{refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}</Screen>
}

function Join(props: { welcome: Welcome; came: ReturnType<typeof useWelcome>; onMember: () => void }) {
  const { welcome, came, onMember } = props
  const join = useJoin(welcome, came, { welcomed: false })
  const { done } = join.enrol
  const then = useRef(onMember)
  useEffect(() => {
    then.current = onMember
  })
  useEffect(() => {
    if (done) then.current()
  }, [done])
  return (
    <Screen back light wash={false} ownPrivacy over={<JoinSheets welcome={welcome} join={join} />}>
      <JoinLanding welcome={welcome} sceneKnown={came.sceneKnown} join={join} links={null} />
    </Screen>
  )
}
