import type { ConfigData } from 'html-validate'

/** The strict preset; what is switched off says why. */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Style sheets come from the paper's own host: an attacker who can change them can change the hash in the page too.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
}
