import { pageByPage } from '../../cloudfunctions/_runtime/page-by-page'

const early = '2026-01-10T04:00:00.000Z'
const late = '2026-01-10T05:00:00.000Z'

/** Works off so many rows, two a page; `stuck` of each page cannot be done. */
async function worked(rows: number, { stuck = 0, now = early }: { stuck?: number; now?: string } = {}) {
  const pages = Array.from({ length: Math.ceil(rows / 2) }, (_, n) => (n * 2 + 1 < rows ? ['a', 'b'] : ['a']))
  const seen: number[] = []
  const total = await pageByPage(
    { now: () => now },
    { pageSize: 2, until: early },
    {
      read: async () => pages.shift() ?? [],
      work: async (page) => {
        seen.push(page.length)
        return page.length - Math.min(stuck, page.length)
      },
    },
  )
  return { ...total, pages: seen.length }
}

it('what is due is worked off to its end, a page at a time', async () => {
  expect(await worked(5)).toEqual({ due: 5, done: 5, failed: 0, left: false, pages: 3 })
  expect(await worked(4)).toEqual({ due: 4, done: 4, failed: 0, left: false, pages: 2 })
  expect(await worked(0)).toEqual({ due: 0, done: 0, failed: 0, left: false, pages: 0 })
})

it('what could not be done is told, and a page of which nothing could be is not read again', async () => {
  expect(await worked(4, { stuck: 1 })).toEqual({ due: 4, done: 2, failed: 2, left: false, pages: 2 })
  expect(await worked(4, { stuck: 2 })).toEqual({ due: 2, done: 0, failed: 2, left: false, pages: 1 })
})

it('when the time is over the rest is left for the next time', async () => {
  expect(await worked(5, { now: late })).toEqual({ due: 2, done: 2, failed: 0, left: true, pages: 1 })
})
