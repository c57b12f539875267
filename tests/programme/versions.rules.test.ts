import { presets } from '../../shared/programme/presets/presets'
import {
  announcedAt,
  earliestFor,
  publishVersion,
  withdrawVersion,
  type Standing,
  type Version,
} from '../../shared/programme/versions'
import { differences } from '../../shared/programme/differences'
import { readDraft } from '../../shared/programme/draft'
import { programmeOf } from '../support/builders'

const now = '2026-06-01T04:00:00.000Z'
const soon = '2026-06-01T04:05:00.000Z'
const nextMonth = '2026-07-01T04:00:00.000Z'
const first: Version = {
  version: 1,
  effectiveAt: '2026-01-01T00:00:00.000Z',
  programme: programmeOf(),
  withdrawnAt: null,
  announcement: null,
}
const standing: Standing = { last: first, toCome: 0, newest: 1 }
const kinder = programmeOf({ redemption: { pointsPerYuan: 90 } })
const harder = programmeOf({ redemption: { pointsPerYuan: 110 } })
const asked = { programme: kinder, effectiveAt: soon, basedOn: 1 }

describe('a publication', () => {
  it('that takes nothing from anybody may take effect five minutes from now, and needs no announcement', () => {
    expect(publishVersion(standing, asked, now)).toEqual({
      ok: true,
      value: { version: 2, effectiveAt: soon, programme: kinder, withdrawnAt: null, announcement: null },
    })
  })

  it('by which somebody may get less needs the notice that the version before promises, and tells it', () => {
    const adverse = { ...asked, programme: harder }
    expect(publishVersion(standing, { ...adverse, effectiveAt: '2026-07-01T03:59:59.999Z' }, now)).toMatchObject({
      refusal: 'notice_too_short',
      details: { days: 30, count: 1, zh: '抵 1 元所需积分：100 → 110' },
    })
    expect(publishVersion(standing, { ...adverse, effectiveAt: nextMonth }, now)).toMatchObject({
      value: {
        announcement: {
          version: 2,
          words: [{ zh: '抵 1 元所需积分：100 → 110', en: 'Points for ¥1: 100 → 110' }],
          from: now,
          effectiveAt: nextMonth,
          until: '2026-07-31T04:00:00.000Z',
        },
      },
    })
  })

  it('goes by the notice of the version before, whatever the draft says of its own', () => {
    const week = { ...first, programme: programmeOf({ notice: { days: 7 } }) }
    const adverse = { ...asked, programme: { ...harder, notice: { days: 0 } }, effectiveAt: '2026-06-08T04:00:00.000Z' }
    expect(publishVersion({ ...standing, last: week }, adverse, now)).toMatchObject({ ok: true })
    expect(publishVersion(standing, adverse, now)).toMatchObject({ refusal: 'notice_too_short' })
  })

  it.each([
    ['version_taken', { ...standing, newest: 2 }, asked],
    ['versions_too_many', { ...standing, toCome: 5 }, asked],
    ['version_too_soon', standing, { ...asked, effectiveAt: '2026-06-01T04:04:59.999Z' }],
    ['version_order', { ...standing, last: { ...first, effectiveAt: soon } }, asked],
    ['programme_same', standing, { ...asked, programme: programmeOf() }],
  ])('is refused with %s', (refusal, before, wish) => {
    expect(publishVersion(before, wish, now)).toMatchObject({ ok: false, refusal })
  })

  it('never uses a number again that was given to a version since withdrawn', () => {
    expect(publishVersion({ ...standing, newest: 7 }, { ...asked, basedOn: 7 }, now)).toMatchObject({
      value: { version: 8 },
    })
  })
})

describe('the soonest that a draft could take effect', () => {
  it('is five minutes, the days of notice, or after the version before', () => {
    const at = (draft: typeof kinder, last = first) => earliestFor(last, differences(last.programme, draft), now)
    expect(at(kinder)).toBe(soon)
    expect(at(harder)).toBe(nextMonth)
    expect(at(kinder, { ...first, effectiveAt: nextMonth })).toBe('2026-07-01T04:00:00.001Z')
  })
})

describe('a withdrawal', () => {
  const next = { ...first, version: 2, effectiveAt: soon, followedBy: null }
  it('is taken until a minute before the version takes effect, and a second one is answered as the first', () => {
    const lastMoment = '2026-06-01T04:03:59.999Z'
    expect(withdrawVersion(next, lastMoment)).toEqual({ ok: true, value: { withdrawnAt: lastMoment } })
    expect(withdrawVersion({ ...next, withdrawnAt: now }, nextMonth)).toMatchObject({ value: { withdrawnAt: now } })
    expect(withdrawVersion(next, '2026-06-01T04:04:00.000Z')).toMatchObject({ refusal: 'version_in_force' })
  })

  it('is refused of an unknown version, and of one that another follows', () => {
    expect(withdrawVersion(null, now)).toMatchObject({ refusal: 'version_unknown' })
    expect(withdrawVersion({ ...next, followedBy: 3 }, now)).toMatchObject({ refusal: 'version_followed' })
  })
})

describe('what members are told', () => {
  const telling = (version: number, effectiveAt: string): Version => ({
    ...first,
    version,
    announcement: { version, words: [], from: now, effectiveAt, until: '2026-09-01T00:00:00.000Z' },
  })
  const [one, two] = [telling(2, nextMonth), telling(3, '2026-08-01T04:00:00.000Z')]

  it('is the soonest change, from its publication until some time after it took effect', () => {
    expect(announcedAt([two, one, first], now)?.version).toBe(2)
    expect(announcedAt([two, one], '2026-06-01T03:59:59.999Z')).toBeNull()
    expect(announcedAt([two, one], '2026-09-01T00:00:00.000Z')).toBeNull()
  })

  it('is nothing of a version that was withdrawn', () => {
    expect(announcedAt([{ ...one, withdrawnAt: now }], now)).toBeNull()
  })
})

describe('the text of a draft', () => {
  it('is a programme, or is refused with path and sentence', () => {
    const { ['demo-tea']: preset } = presets
    expect(readDraft(JSON.stringify(preset))).toEqual({ ok: true, value: preset })
    expect(readDraft('{')).toMatchObject({ faults: [{ path: '', zh: '这不是有效的 JSON' }] })
    expect(readDraft(JSON.stringify({ ...preset, notice: { days: -1 } }))).toMatchObject({
      faults: [{ path: 'notice.days', zh: '不能是负数' }],
    })
  })
})
