const path = require('node:path')

/** Attributes that WeChat's view knows and Taro's template leaves out. */
const attributes = [
  'aria-role',
  'aria-label',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-hidden',
  'aria-live',
  'aria-valuenow',
]

/**
 * Lets a view carry what assistive technology needs: the attributes go into the page template, and the same list goes
 * into the runtime, which numbers a view's attributes by it.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      const View = Object.fromEntries(attributes.map((name) => [name, '']))
      platform.template.mergeComponents(ctx, { View })
      platform.runtimePath = [].concat(platform.runtimePath, `post:${path.resolve(__dirname, 'aria-runtime.js')}`)
    },
  })
}
