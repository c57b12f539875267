import { Client } from 'tencentcloud-sdk-nodejs-sms/tencentcloud/services/sms/v20210111/sms_client'
import type { Platform, PlatformAnswer, TextMessage } from './effects'

/**
 * Text messages by Tencent's SMS service, over its unmodified SDK; null where the shop has not set up the
 * account, or for codes their template; the templates of notices are a manager's to set. Apart from
 * `wx.ts`, so that only the function that sends texts carries this SDK.
 */
export function wxTexts(what: 'codes' | 'notices', environment: NodeJS.ProcessEnv = process.env): Platform['sendText'] {
  const settings = readSettings(environment)
  if (!settings || (what === 'codes' && !settings.codeTemplate)) return null
  const client = clientOf(settings)
  return (message) => send(client, settings, message)
}

type Settings = {
  secretId: string
  secretKey: string
  appId: string
  sign: string
  codeTemplate: string | null
  /** Another address than the service's own. */
  endpoint: string | null
}

function readSettings(environment: NodeJS.ProcessEnv): Settings | null {
  const read = (name: string) => environment[`CHANGLAI_TEXT_${name}`] || null
  const [secretId, secretKey, appId, sign] = [read('SECRET_ID'), read('SECRET_KEY'), read('APP_ID'), read('SIGN')]
  if (!secretId || !secretKey || !appId || !sign) return null
  return { secretId, secretKey, appId, sign, codeTemplate: read('CODE_TEMPLATE'), endpoint: read('ENDPOINT') }
}

/** Shorter than the function's own time limit, so that a silent service is told to the member. */
const timeoutSeconds = 8

function clientOf({ secretId, secretKey, endpoint }: Settings): Client {
  const [, protocol, address] = /^(https?:\/\/)(.+)$/.exec(endpoint ?? '') ?? []
  const elsewhere = protocol && address ? { protocol, endpoint: address } : {}
  return new Client({
    credential: { secretId, secretKey },
    region: 'ap-guangzhou',
    profile: { httpProfile: { reqTimeout: timeoutSeconds, ...elsewhere } },
  })
}

async function send(
  client: Client,
  { appId, sign, codeTemplate }: Settings,
  { number, text, parameters }: TextMessage,
): Promise<PlatformAnswer> {
  try {
    const { SendStatusSet } = await client.SendSms({
      PhoneNumberSet: [`+86${number}`],
      SmsSdkAppId: appId,
      SignName: sign,
      TemplateId: text === 'code' ? (codeTemplate ?? '') : text.templateId,
      TemplateParamSet: parameters,
    })
    const status = SendStatusSet?.[0]
    if (status?.Code === 'Ok') return { errCode: 0, errMsg: 'ok' }
    return { errCode: -1, errMsg: String(status?.Code ?? 'the service gave no status') }
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return { errCode: -1, errMsg: `${code ?? 'no answer'}: ${message ?? String(error)}` }
  }
}
