import sdk from 'wx-server-sdk'
import { useCloud } from '../../support/cloud'

const cloud = useCloud()
const wx = sdk as any
beforeAll(() => wx.init({ env: wx.DYNAMIC_CURRENT_ENV }))
beforeEach(() => cloud.reset({ keepProcesses: true }))

const content = Buffer.from('内容 content')
const run = (work: () => Promise<any>) => cloud.run(work)
const upload = (cloudPath: string) => run(() => wx.uploadFile({ cloudPath, fileContent: content }))

const permission = async (path: string): Promise<{ url: string; token: string }> => {
  const body = JSON.stringify({ action: 'storage.getUploadMetadata', path })
  return (await (await cloud.request('/admin', { method: 'POST', body })).json()).data
}
const send = ({ url, token }: { url: string; token: string }, body: string) =>
  fetch(url, { method: 'PUT', body, headers: { authorization: token } })

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

  it('are not taken with a permission that is older than half an hour', async () => {
    const early = await permission('a.txt')
    expect((await send(early, 'x')).status).toBe(200)
    const late = await permission('a.txt')
    await cloud.advance(31 * 60_000)
    expect((await send(late, 'y')).status).toBe(403)
    expect(await (await cloud.request('/files/a.txt')).text()).toBe('x')
  })

  it('are whole when two are uploaded under one path together', async () => {
    const contents = ['a', 'b'].map((letter) => letter.repeat(4 * 1024 * 1024))
    const permissions = [await permission('a.txt'), await permission('a.txt')]
    const sent = await Promise.all(permissions.map((one, index) => send(one, contents[index]!)))
    expect(sent.map(({ status }) => status)).toEqual([200, 200])
    expect(contents).toContain(await (await cloud.request('/files/a.txt')).text())
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
