import assert from 'node:assert/strict'
import { refused } from '../help'
import type { Case, CloudUnderTest, Untyped } from '../sdk'

const call = async (sdk: CloudUnderTest, data: object): Promise<Untyped> =>
  (await sdk.cloud.callFunction({ name: 'parity', data })).result

const openapi = (sdk: CloudUnderTest, area: string, name: string, data: object): Promise<Untyped> =>
  call(sdk, { what: 'openapi', area, name, data })

const needs: Case['needs'] = ['functions']

export const functions: Case[] = [
  {
    name: 'callFunction gives what the function returned',
    needs,
    async run(sdk) {
      const value = { text: '常来', list: [1, [2]], none: null, yes: true }
      const answer = await sdk.cloud.callFunction({ name: 'parity', data: { what: 'echo', value } })
      assert.deepEqual(answer.result, value)
      assert.match(answer.errMsg, /callFunction:ok/)
    },
  },
  {
    name: 'what is not JSON does not travel: dates become text, undefined is dropped',
    needs,
    async run(sdk) {
      const value = await call(sdk, { what: 'echo', value: { at: new Date(0), none: undefined } })
      assert.deepEqual(value, { at: '1970-01-01T00:00:00.000Z' })
    },
  },
  {
    name: 'a function that throws is refused with its message',
    needs,
    async run(sdk) {
      const error = await refused(() => call(sdk, { what: 'fail' }))
      assert.ok(error.errCode < 0, `errCode ${error.errCode}`)
      assert.match(error.errMsg, /failed on purpose/)
    },
  },
  {
    name: 'a function that does not exist is refused',
    needs,
    async run(sdk) {
      const error = await refused(() => sdk.cloud.callFunction({ name: 'parity-none', data: {} }))
      assert.ok(error.errCode < 0, `errCode ${error.errCode}`)
    },
  },
  {
    name: 'a function calls a function',
    needs,
    async run(sdk) {
      const inner = { what: 'call', data: { what: 'echo', value: 'deep' } }
      assert.equal(await call(sdk, { what: 'call', data: inner }), 'deep')
    },
  },
  {
    name: 'getWXContext tells the environment, the app and the source, and no openid when no person calls',
    needs,
    async run(sdk) {
      const context = await call(sdk, { what: 'context' })
      assert.equal(typeof context.ENV, 'string')
      assert.equal(typeof context.SOURCE, 'string')
      assert.equal(context.OPENID, undefined)
    },
  },
  {
    name: 'an identity in the event is no identity',
    needs,
    async run(sdk) {
      const claimed = { userInfo: { openId: 'oForged' }, OPENID: 'oForged', openid: 'oForged' }
      assert.equal((await call(sdk, { what: 'context', ...claimed })).OPENID, undefined)
    },
  },
  {
    name: 'wxacode.getUnlimited gives a picture',
    needs,
    async run(sdk) {
      const answer = await openapi(sdk, 'wxacode', 'getUnlimited', { scene: 'm=1', checkPath: false })
      assert.match(String(answer.contentType), /^image\//, JSON.stringify(answer))
      assert.ok(answer.bytes > 100)
    },
  },
  {
    name: 'wxacode.getUnlimited refuses a scene of more than 32 characters',
    needs,
    async run(sdk) {
      const answer = await openapi(sdk, 'wxacode', 'getUnlimited', { scene: 'x'.repeat(33), checkPath: false })
      assert.ok(Number(answer.errCode) !== 0 && answer.bytes === undefined, JSON.stringify(answer))
    },
  },
  {
    name: 'getPhoneNumber refuses a code that was not given out',
    needs,
    async run(sdk) {
      const answer = await openapi(sdk, 'phonenumber', 'getPhoneNumber', { code: 'not-a-code' })
      assert.equal(answer.errCode, 40029, JSON.stringify(answer))
    },
  },
  {
    // A real environment looks at the person first (40003), then at the template (40037), then at consent (43101).
    name: 'subscribeMessage.send refuses a person, template or consent that is not there',
    needs,
    async run(sdk) {
      const data = { touser: 'oNobody', templateId: 'none', data: { thing1: { value: 'x' } } }
      const answer = await openapi(sdk, 'subscribeMessage', 'send', data)
      assert.ok([40003, 40037, 43101].includes(answer.errCode), JSON.stringify(answer))
    },
  },
  {
    name: 'an interface that the function’s config.json does not name is refused with -604101',
    needs,
    async run(sdk) {
      const data = { openid: 'oNobody', scene: 1, version: 2, content: 'text' }
      const answer = await openapi(sdk, 'security', 'msgSecCheck', data)
      assert.equal(answer.errCode, -604101, JSON.stringify(answer))
    },
  },
]
