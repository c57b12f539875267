import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { referralsZh } from '../../client/src/i18n/referrals-zh-CN'
import { programmeZh } from '../../client/src/i18n/programme-zh-CN'
import { managerZh } from '../../client/src/i18n/manager-zh-CN'
import { dutiesZh } from '../../client/src/i18n/duties-zh-CN'
import { staffZh } from '../../client/src/i18n/staff-zh-CN'

const root = 'client/src'
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const guilty = (pattern: RegExp, except: readonly string[]) =>
  sources
    .filter(({ file, text }) => !except.includes(file) && pattern.test(withoutComments(text)))
    .map(({ file }) => file)

describe('the client', () => {
  it('makes nothing tappable but through Pressable, which tells assistive technology about it', () => {
    expect(guilty(/\bon(Click|Tap|LongPress)=/, ['components/Pressable.tsx'])).toEqual([])
  })

  it('tells assistive technology about nothing but through Pressable and Region', () => {
    expect(guilty(/\b(aria[A-Z]\w*|aria-\w+)=/, [])).toEqual([])
  })

  it('has every word of the shop in the language files, so that none is left out of English', () => {
    const files = [
      'zh-CN',
      'cards-zh-CN',
      'coupons-zh-CN',
      'events-zh-CN',
      'draws-zh-CN',
      'mall-zh-CN',
      'play-zh-CN',
      'referrals-zh-CN',
      'staff-zh-CN',
      'duties-zh-CN',
      'settings-zh-CN',
      'settings-en',
      'en',
      'follow-ups-zh-CN',
      'notify-zh-CN',
      'sending-zh-CN',
      'programme-zh-CN',
      'manager-zh-CN',
      'manager-en',
    ]
    const languages = files.map((name) => `i18n/${name}.ts`)
    expect(guilty(/[一-鿿]/, [...languages, 'kit/time.ts', 'app.config.ts'])).toEqual([])
  })

  it('says on the pages of members nothing that lies in the package of the till', () => {
    const said = Object.keys(staffZh).map((key) => `'${key}'`)
    const ofTill = /^(pages|features|i18n)\/staff\b/
    const loud = sources.filter(({ file, text }) => !ofTill.test(file) && said.some((key) => text.includes(key)))
    expect(loud.map(({ file }) => file)).toEqual([])
  })

  it('says what managers alone read on their pages only, and has it at hand there', () => {
    const said = Object.keys(managerZh).map((key) => `'${key}'`)
    const ofManagers = /^(pages\/manager|features\/clock|i18n\/manager)/
    const loud = sources.filter(({ file, text }) => !ofManagers.test(file) && said.some((key) => text.includes(key)))
    expect(loud.map(({ file }) => file)).toEqual([])
    const pages = sources.filter(({ file }) => /^pages\/manager\/\w+\.tsx$/.test(file))
    expect(pages.length).toBeGreaterThan(0)
    expect(
      pages
        .filter(({ text }) => !/import '@\/i18n\/(manager|duties|sending|programme)'/.test(text))
        .map(({ file }) => file),
    ).toEqual([])
  })

  it('says what only the pages of the programme say nowhere else', () => {
    const said = Object.keys(programmeZh).map((key) => `'${key}'`)
    const ofProgramme = /^(pages\/manager|features\/programme|i18n\/programme)/
    const loud = sources.filter(({ file, text }) => !ofProgramme.test(file) && said.some((key) => text.includes(key)))
    expect(loud.map(({ file }) => file)).toEqual([])
  })

  it('says what only the page of invitations says nowhere else, and has it at hand there', () => {
    const said = Object.keys(referralsZh).map((key) => `'${key}'`)
    const loud = sources.filter(({ file, text }) => !/referral/.test(file) && said.some((key) => text.includes(key)))
    expect(loud.map(({ file }) => file)).toEqual([])
    expect(sources.find(({ file }) => file === 'pages/play/referral.tsx')?.text).toContain("import '@/i18n/referrals'")
  })

  it('has the sentences of the till at hand on every page of it', () => {
    const pages = sources.filter(({ file }) => /^pages\/staff\/(?!use)[\w-]+\.tsx$/.test(file))
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.filter(({ text }) => !text.includes("import '@/i18n/staff'"))).toEqual([])
  })

  it('has the sentences of promises, training and groups at hand where a page of members needs none of them', () => {
    const said = Object.keys(dutiesZh).map((key) => `'${key}'`)
    const ofDuties = /^(pages\/(staff|manager)|features\/(staff|obligations|training|groups)|i18n\/duties)/
    const loud = sources.filter(({ file, text }) => !ofDuties.test(file) && said.some((key) => text.includes(key)))
    expect(loud.map(({ file }) => file)).toEqual([])
    const users = sources.filter(({ text }) => /from '@\/features\/(obligations|training|groups)\//.test(text))
    const pages = users.filter(({ file }) => /^pages\/\w+\/(?!use)/.test(file))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.filter(({ text }) => !text.includes("import '@/i18n/duties'")).map(({ file }) => file)).toEqual([])
  })

  it('asks the cloud in one place and keeps things on the phone in one place', () => {
    expect(guilty(/Taro\.cloud\b|\bfetch\(/, ['kit/door.ts', 'kit/person.ts', 'kit/phone-code.ts'])).toEqual([])
    expect(guilty(/StorageSync\b|localStorage/, ['kit/storage.ts'])).toEqual([])
  })
})
