import { mergeInternalComponents } from '@tarojs/shared'

// The same attributes as in aria-plugin.js, which cannot be shared: that file runs in Node, this one on the phone.
mergeInternalComponents({
  View: {
    'aria-role': '',
    'aria-label': '',
    'aria-checked': '',
    'aria-selected': '',
    'aria-disabled': '',
    'aria-hidden': '',
    'aria-live': '',
    'aria-valuenow': '',
  },
})
