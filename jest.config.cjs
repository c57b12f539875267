// The SDK prints advice on every start unless told to be silent; workers inherit this.
process.env.SILENCE = 'true'
// The client's Babel configuration and Taro's own packages choose their branch by this.
process.env.TARO_ENV ??= 'weapp'

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]
const babel = ['babel-jest', { configFile: `${__dirname}/client/babel.config.js` }]
const sources = { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@/(.*)$': '<rootDir>/client/src/$1' }
const node = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: sources,
  // Built copies of the functions bear the same package names.
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
}

module.exports = {
  // A test may start a cloud with its processes on a busy machine of two cores: generous, and no test measures time.
  testTimeout: 60_000,
  projects: [
    {
      ...node,
      displayName: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/(client|weapp|journeys)/', '\\.full\\.test\\.ts$'],
    },
    {
      displayName: 'client',
      rootDir: __dirname,
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/client/**/*.test.{ts,tsx}'],
      transform: { '\\.[cm]?[jt]sx?$': babel },
      // Published as ES modules only.
      transformIgnorePatterns: ['/node_modules/(?!(@nutui|@noble|otpauth)/)'],
      moduleNameMapper: {
        '\\.(s?css|less)$': '<rootDir>/tests/client/support/style.cjs',
        '/style/css$': '<rootDir>/tests/client/support/style.cjs',
        '^@tarojs/components$': '<rootDir>/tests/client/support/components.tsx',
        '^@tarojs/components/dist/types/common$': '<rootDir>/tests/client/support/style.cjs',
        '^@tarojs/taro$': '<rootDir>/tests/client/support/taro.cjs',
        ...sources,
      },
    },
    {
      displayName: 'weapp',
      rootDir: __dirname,
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.cjs'],
      transform: {},
    },
    { ...node, displayName: 'full', testMatch: ['<rootDir>/tests/**/*.full.test.ts'] },
    { ...node, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.journey.test.ts'] },
  ],
}
