import { useState } from 'react'
import { View } from '@tarojs/components'
import { Screen } from '@/components/Screen'
import { PersonPicker } from '@/features/members/PersonPicker'
import { MeHead } from '@/features/members/MeHead'
import { SettingRows, SettingSheet, type Setting } from '@/features/members/Settings'
import { useHome } from '@/features/members/useHome'
import { VisitorHead } from '@/features/members/VisitorHead'
import { useGrant } from '@/features/staff/useGrant'
import { ListRow } from '@/components/ListRow'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import './index.scss'

const local = process.env.TARO_ENV === 'h5'

/** The member's own page: who they are, where their things are, how the app speaks to them. */
export default function MePage() {
  const t = useTranslate()
  const home = useHome()
  const grant = useGrant()
  const [sheet, setSheet] = useState<Setting | 'people' | null>(null)
  const close = () => setSheet(null)
  return (
    <Screen
      tab="me"
      lead={<View className="me__title">{t('me.title')}</View>}
      over={
        <>
          {sheet && sheet !== 'people' && <SettingSheet setting={sheet} onClose={close} />}
          {sheet === 'people' && (
            <Sheet title={t('people.title')} onClose={close}>
              <PersonPicker />
            </Sheet>
          )}
        </>
      }
    >
      <View className="me">
        {home.value && <MeHead home={home.value} />}
        {home.refusal?.code === 'not_enrolled' && (
          <>
            <VisitorHead />
            <View className="card me__card">
              <ListRow id="me-draws" icon="sparkle" title={t('me.draws')} onPress={() => open('draws')} />
            </View>
          </>
        )}
        {home.value && (
          <View className="card me__card">
            <ListRow id="me-points" icon="statement" title={t('home.statement')} onPress={() => open('points')} />
            <ListRow
              id="me-coupons"
              icon="ticket"
              title={t('coupon.title')}
              value={t('coupon.row', { n: home.value.coupons.usable })}
              onPress={() => open('coupons')}
            />
            <ListRow id="me-referral" icon="person-add" title={t('home.referral')} onPress={() => open('referral')} />
            <ListRow id="me-exchanges" icon="gift" title={t('exchanges.title')} onPress={() => open('exchanges')} />
            {home.value.draws && (
              <ListRow id="me-draws" icon="sparkle" title={t('me.draws')} onPress={() => open('draws')} />
            )}
            <ListRow id="me-tier" icon="medal" title={t('tiers.title')} onPress={() => open('tier')} />
            <ListRow id="me-profile" icon="profile-card" title={t('profile.title')} onPress={() => open('profile')} />
            <ListRow id="me-messages" icon="bell" title={t('messages.title')} onPress={() => open('messages')} />
            <ListRow
              id="me-message-settings"
              icon="sparkle"
              title={t('messages.settings')}
              onPress={() => open('messageSettings')}
            />
          </View>
        )}
        {grant && (
          <View className="card me__card">
            <ListRow
              id="me-staff"
              icon="scan"
              title={t('staff.title')}
              value={t(`staff.role.${grant.role}`)}
              onPress={() => open('till')}
            />
            <ListRow id="me-parcels" icon="truck" title={t('parcels.title')} onPress={() => open('parcels')} />
            {grant.role === 'manager' && (
              <>
                <ListRow
                  id="me-programme"
                  icon="statement"
                  title={t('me.programme')}
                  onPress={() => open('programme')}
                />
                <ListRow id="me-funnel" icon="people" title={t('me.funnel')} onPress={() => open('funnel')} />
                <ListRow
                  id="me-promises"
                  icon="check-circle"
                  title={t('me.promises')}
                  onPress={() => open('promises')}
                />
                <ListRow
                  id="me-training"
                  icon="receipt"
                  title={t('me.training')}
                  onPress={() => open('trainingPeople')}
                />
                <ListRow id="me-reviews" icon="people" title={t('me.reviews')} onPress={() => open('reviews')} />
                <ListRow id="me-sending" icon="bell" title={t('me.sending')} onPress={() => open('sending')} />
                <ListRow id="me-kept" icon="medal" title={t('me.kept')} onPress={() => open('followUps')} />
                <ListRow id="me-jobs" icon="clock" title={t('me.jobs')} onPress={() => open('jobs')} />
                <ListRow id="me-invite" icon="person-add" title={t('staff.invite')} onPress={() => open('invite')} />
              </>
            )}
          </View>
        )}
        <View className="card me__card">
          <SettingRows onOpen={setSheet} />
          {!grant && <ListRow id="me-invited" icon="key" title={t('me.invited')} onPress={() => open('invited')} />}
        </View>
        {local && (
          <View className="card me__card">
            <ListRow id="me-people" icon="people" title={t('people.title')} onPress={() => setSheet('people')} />
          </View>
        )}
      </View>
    </Screen>
  )
}
