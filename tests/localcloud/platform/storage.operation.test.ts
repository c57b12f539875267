import sdk from 'wx-server-sdk'
import { useCloud } from '../../support/cloud'

const cloud = useCloud()
const wx = sdk as any
beforeAll(() => wx.init({ env: wx.DYNAMIC_CURRENT_ENV }))
beforeEach(() => cloud.reset({ keepProcesses: true }))

const content = Buffer.from('内容 content')
const run = (work: () => Promise<any>) => cloud.run(work)
const upload = (cloudPath: string) => run(() => wx.uploadFile({ cloudPath, fileContent: content }))

describe('files, through the real SDK', () => {
  it('come back as they were uploaded, also over a restart', async () => {
    const { fileID } = await upload('pictures/一 1.png')
    expect(fileID).toMatch(/^cloud:\/\/local-1\..*\/pictures\/一 1\.png$/)
    await cloud.restart()
    const { fileContent } = await run(() => wx.downloadFile({ fileID }))
    expect(fileContent).toEqual(content)
  })

  it('have an address that a phone can open, with the type of the file', async () => {
    const { fileID } = await upload('a.png')
    const { fileList } = await run(() => wx.getTempFileURL({ fileList: [fileID, 'cloud://local-1.x/none.png'] }))
    expect(fileList).toMatchObject([{ status: 0 }, { status: -503003, tempFileURL: '' }])
    const response = await fetch(fileList[0].tempFileURL)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content)
  })

  it('are gone after they were deleted', async () => {
    const { fileID } = await upload('a.txt')
    expect((await run(() => wx.deleteFile({ fileList: [fileID] }))).fileList).toMatchObject([{ status: 0 }])
    expect((await run(() => wx.deleteFile({ fileList: [fileID] }))).fileList).toMatchObject([{ status: -503003 }])
  })

  it.each(['../escape.txt', '/absolute.txt', 'a//b.txt', ''])('are refused under the path "%s"', async (path) => {
    await expect(upload(path)).rejects.toThrow()
  })

  it('are not taken without a permission given out before', async () => {
    expect((await cloud.request('/files/a.txt', { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await cloud.request('/files/a.txt')).status).toBe(404)
  })
})

describe("work in the test's own process", () => {
  const db = () => wx.database({ throwOnNotFound: false })

  it('has an identity of its own for each of many runs at once', async () => {
    const openids = ['oMember1', 'oMember2', 'oMember3']
    const seen = await Promise.all(
      openids.map((openid) =>
        cloud.run(async () => (await db().collection('shop').doc('a').get(), wx.getWXContext().OPENID), { openid }),
      ),
    )
    expect(seen).toEqual(openids)
  })

  it('is counted like a function', async () => {
    const work = async () => {
      await Promise.all([db().collection('shop').doc('a').get(), db().collection('shop').doc('b').get()])
      await db()
        .collection('shop')
        .doc('c')
        .set({ data: { n: 1 } })
    }
    await cloud.run(work, { function: 'member', operation: 'home' })
    expect(await cloud.operation('member', 'home')).toMatchObject({
      databaseCalls: { last: 3 },
      sequential: { last: 2 },
      documentsWritten: { last: 1 },
    })
  })
})
