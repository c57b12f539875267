import { learn } from '@/kit/i18n'
import { referralsEn } from './referrals-en'
import { referralsZh } from './referrals-zh-CN'

// Imported by the page of invitations alone: nobody else loads what only it says.
learn({ 'zh-CN': referralsZh, en: referralsEn })
