import type { ConfigData } from 'html-validate'

/** The strict preset; what is switched off says why. */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:standard'],
  rules: {},
}
