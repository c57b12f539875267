import { MissingSecret, wxEffects } from '../../cloudfunctions/_runtime/wx'
import { testSecrets } from '../support/cloud'

const before = { ...process.env }
const platform = (values: Record<string, string>) => Object.assign(process.env, values)
const phone = { WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_OPENID: 'oAnna', WX_APPID: 'wx1', TCB_SOURCE: 'wx_client' }
const httpEvent = { path: '/pos', httpMethod: 'POST', headers: {}, body: '' }

beforeEach(() => {
  process.env = { ...before, ...testSecrets }
})
afterAll(() => {
  process.env = before
})

describe('who is calling', () => {
  it('is the openid that the platform gives', () => {
    platform(phone)
    expect(wxEffects({}).identity()).toEqual({ openid: 'oAnna', appid: 'wx1', source: 'client' })
  })

  it('is never what the event says', () => {
    platform(phone)
    const event = { ...httpEvent, openid: 'oBert', userInfo: { openId: 'oBert' }, Type: 'Timer', TriggerName: 'clock' }
    expect(wxEffects(event).identity()).toEqual({ openid: 'oAnna', appid: 'wx1', source: 'client' })
  })

  it('is read anew for each invocation of a warm instance', () => {
    const effects = wxEffects()
    platform(phone)
    expect(effects.identity().openid).toBe('oAnna')
    platform({ WX_OPENID: 'oBert' })
    expect(effects.identity().openid).toBe('oBert')
  })

  it('is text even when the openid has digits only', () => {
    platform({ ...phone, WX_OPENID: '12345' })
    expect(wxEffects().identity().openid).toBe('12345')
  })

  it('is nobody for a timer, for HTTP access and for a source that is not known', () => {
    platform({ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' })
    expect(wxEffects({}).identity()).toEqual({ openid: null, appid: null, source: 'timer' })
    platform({ TRIGGER_SRC: '', TCB_SOURCE: 'wx_http' })
    expect(wxEffects(httpEvent).identity()).toEqual({ openid: null, appid: null, source: 'http' })
    platform({ TCB_SOURCE: '' })
    expect(wxEffects(httpEvent).identity().source).toBe('http')
    expect(wxEffects({}).identity().source).toBe('unknown')
  })

  it('is a function, never a phone, when a function called', () => {
    platform({ ...phone, TCB_SOURCE: 'wx_client,scf' })
    expect(wxEffects({}).identity().source).toBe('function')
  })

  it('is not taken for HTTP when a phone without an openid sends an event that looks like it', () => {
    platform({ ...phone, WX_CONTEXT_KEYS: 'WX_APPID' })
    expect(wxEffects(httpEvent).identity()).toEqual({ openid: null, appid: 'wx1', source: 'unknown' })
  })
})

describe('the secrets of a deployment', () => {
  it('come from its environment variables', () => {
    expect(wxEffects().secrets).toEqual({
      identityKey: testSecrets.CHANGLAI_IDENTITY_KEY,
      vaultKey: testSecrets.CHANGLAI_VAULT_KEY,
      claimCode: testSecrets.CHANGLAI_CLAIM_CODE,
    })
  })

  it.each(Object.keys(testSecrets))('are demanded: without %s no call is served', (name) => {
    process.env[name] = ''
    expect(() => wxEffects()).toThrow(MissingSecret)
    expect(() => wxEffects()).toThrow(name)
  })

  it('are refused when a key is too short to protect anything', () => {
    process.env.CHANGLAI_VAULT_KEY = 'short'
    expect(() => wxEffects()).toThrow(MissingSecret)
  })
})

describe('the other effects of production', () => {
  it('give one store for the whole instance, since caches hang on it', () => {
    expect(wxEffects({}).store).toBe(wxEffects({}).store)
  })

  it('give the instant in UTC and random bytes that do not repeat', () => {
    const { now, random } = wxEffects()
    expect(now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(random(16)).toHaveLength(16)
    expect(Buffer.from(random(16)).equals(Buffer.from(random(16)))).toBe(false)
  })

  it('log one line of JSON a call', () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => undefined)
    wxEffects().log({ event: 'request', outcome: 'ok', request: null, absent: undefined, text: 'two\nlines' })
    expect(print.mock.calls).toEqual([['{"event":"request","outcome":"ok","request":null,"text":"two\\nlines"}']])
    print.mockRestore()
  })

  it('do the work after the reply, and only log when it fails', async () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => undefined)
    const order: string[] = []
    await new Promise<void>((resolve) => {
      wxEffects().afterReply(async () => {
        order.push('work')
        setImmediate(resolve)
        throw new TypeError('no such thing')
      })
      order.push('reply')
    })
    expect(order).toEqual(['reply', 'work'])
    expect(print.mock.calls).toEqual([['{"event":"after_reply_failed","detail":"TypeError: no such thing"}']])
    print.mockRestore()
  })
})
