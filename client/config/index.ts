import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '../..')
const shared = path.join(root, 'shared')

/** Taro leaves node_modules untouched; these packages are written for newer engines than WeChat's oldest and must be lowered. */
const modernPackages = /node_modules[\\/](zod|@tanstack|@noble|otpauth)[\\/]/
const lowered = { include: [shared, (file: string) => modernPackages.test(file)] }

/** Pages are written in the pixels of a 390-wide drawing; 750 rpx is the width of any phone. */
const designWidth = 390

const config: UserConfigExport<'webpack5'> = {
  projectName: 'changlai',
  designWidth,
  deviceRatio: { [designWidth]: 750 / designWidth },
  sourceRoot: 'src',
  outputRoot: process.env.TARO_ENV === 'weapp' ? '../dist/client' : '../dist/h5',
  framework: 'react',
  plugins: [path.resolve(__dirname, 'aria-plugin.js')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true, name: process.env.TARO_ENV ?? 'weapp' },
  alias: { '@': path.resolve(__dirname, '../src'), '@shared': shared },
  defineConstants: {},
  // Chinese as it is: escaped, each character would weigh twice as much in the package.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    compile: lowered as never,
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} } },
    webpackChain(chain) {
      keepCacheOutOfTheTree(chain)
    },
  },
  h5: {
    compile: lowered as never,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: true, config: { minRootSize: 13, maxRootSize: 16.64 } },
      autoprefixer: { enable: true, config: {} },
    },
    webpackChain(chain) {
      keepCacheOutOfTheTree(chain)
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 20000,
        cacheGroups: { vendors: { test: /[\\/]node_modules[\\/]/, name: 'vendors', minChunks: 2, priority: 10 } },
      })
    },
  },
}

/** Rebuilds take seconds with webpack's disk cache; it lives where a clean install removes it. */
function keepCacheOutOfTheTree(chain: { merge(part: object): unknown }): void {
  chain.merge({
    cache: {
      type: 'filesystem',
      cacheDirectory: path.join(root, 'node_modules/.cache/client'),
      buildDependencies: { config: [__filename] },
    },
  })
}

export default defineConfig<'webpack5'>(async () => config)
