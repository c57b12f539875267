import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { ListRow } from '@/components/ListRow'
import { forgetAccount } from '@/kit/call'
import { useTranslate } from '@/kit/i18n'
import { becomePerson, localPeople, type LocalPerson } from '@/kit/person'

/** In a developer's browser: whose phone this is. WeChat knows by itself, so nothing of this is in the mini-program. */
export function PersonPicker() {
  const t = useTranslate()
  const [people, setPeople] = useState<LocalPerson[] | null>(null)
  useEffect(() => {
    void localPeople().then(setPeople)
  }, [])
  const choose = (openid: string) => {
    forgetAccount()
    becomePerson(openid)
  }
  return (
    <View id="people">
      <View className="b1 c-ink-2">{people?.length === 0 ? t('people.none') : t('people.body')}</View>
      <View className="card home__section">
        {(people ?? []).map(({ openid, label }) => (
          <ListRow key={openid} icon="person" title={label} onPress={() => choose(openid)} />
        ))}
        <ListRow icon="sparkle" title={t('people.new')} onPress={() => choose(`guest${Date.now().toString(36)}`)} />
      </View>
    </View>
  )
}
