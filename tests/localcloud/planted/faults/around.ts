import type { Fault } from '../fault'

export const around: Fault[] = [
  {
    name: 'a function is called without its event',
    file: 'localcloud/gateway/admin.ts',
    find: "text === '' ? {} : parseJson(text)",
    replace: '{}',
    near: 'functions',
  },
  {
    name: 'a function that failed seems to have answered',
    file: 'localcloud/gateway/admin.ts',
    find: 'if (!outcome.ok) return { code: outcome.failure.code, message: outcome.failure.message }',
    replace: "if (!outcome.ok) return { data: { response_data: 'null' } }",
    near: 'functions',
  },
  {
    name: 'a function may call any interface',
    file: 'localcloud/platform/openapi.ts',
    find: 'definition.openapi.includes(apiName)',
    replace: 'apiName.length > 0',
    near: 'functions',
  },
  {
    name: 'a scene may have any length',
    file: 'localcloud/platform/wxacode.ts',
    find: 'if (!SCENE.test(scene))',
    replace: "if (!SCENE.test('m'))",
    near: 'functions',
  },
]
