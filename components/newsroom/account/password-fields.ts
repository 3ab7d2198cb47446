import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import { passwordLength } from '@/lib/auth/input'

type Word = 'password' | 'passwordHint' | 'passwordAgain'

/** A new password, typed twice, because nobody sees what they type. */
export const newPasswordFields = (t: (word: Word) => string): FieldSpec[] => [
  {
    kind: 'line',
    name: 'password',
    label: t('password'),
    hint: t('passwordHint'),
    type: 'password',
    maxLength: passwordLength.max,
    required: true,
    autoComplete: 'new-password',
  },
  {
    kind: 'line',
    name: 'again',
    label: t('passwordAgain'),
    type: 'password',
    maxLength: passwordLength.max,
    required: true,
    autoComplete: 'new-password',
  },
]
