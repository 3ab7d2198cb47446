import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import { twoStepRule } from '@/lib/auth/two-step-rule'
import { formatDate } from '@/lib/bengali/calendar/dates'
import { writeHijriLines } from '@/lib/paper/hijri-lines'
import type { Paper } from '@/lib/paper/paper'
import {
  type AiPolicy,
  aiPolicy,
  type Checklist,
  checkNames,
  checkWeight,
  type PaperSettings,
} from '@/lib/paper/settings'
import type messages from '@/messages/bn.json'

type Word = keyof (typeof messages)['newsroomSettings']
type Words = (word: Word) => string

/** The paper as every page shows it. */
export const paperFields = (t: Words, paper: Paper): FieldSpec[] => [
  {
    kind: 'line',
    name: 'name',
    label: t('name'),
    value: paper.name,
    maxLength: 100,
    required: true,
  },
  { kind: 'line', name: 'tagline', label: t('tagline'), value: paper.tagline, maxLength: 200 },
  { kind: 'line', name: 'editor', label: t('editor'), value: paper.editor, maxLength: 200 },
  {
    kind: 'line',
    name: 'publisher',
    label: t('publisher'),
    value: paper.publisher,
    maxLength: 200,
  },
  { kind: 'text', name: 'address', label: t('address'), value: paper.address, maxLength: 500 },
  {
    kind: 'line',
    name: 'phone',
    label: t('phone'),
    value: paper.phone,
    maxLength: 100,
    type: 'tel',
  },
  {
    kind: 'line',
    name: 'email',
    label: t('email'),
    value: paper.email,
    maxLength: 254,
    type: 'email',
  },
  {
    kind: 'text',
    name: 'hijriOffsets',
    label: t('hijri'),
    hint: t('hijriHint'),
    value: writeHijriLines(paper.hijriOffsets),
    maxLength: 2_000,
  },
]

const weekMs = 7 * 24 * 60 * 60 * 1_000

/** The users for whom the second step is required, and from which day: a week from now, unless the paper has decided. */
export const twoStepFields = (
  t: Words,
  { twoStep, twoStepFrom }: Pick<PaperSettings, 'twoStep' | 'twoStepFrom'>,
  now: Date,
): FieldSpec[] => [
  {
    kind: 'choice',
    name: 'twoStep',
    label: t('twoStepFor'),
    value: twoStep,
    options: twoStepRule.options.map((rule) => ({ value: rule, label: t(`twoStep_${rule}`) })),
  },
  {
    kind: 'line',
    name: 'twoStepFrom',
    label: t('twoStepFrom'),
    hint: t('twoStepFromHint'),
    value: formatDate(twoStepFrom ? new Date(twoStepFrom) : new Date(now.getTime() + weekMs)),
    maxLength: 40,
  },
]

/** The rules for crawlers of language models. */
export const aiCrawlersField = (t: Words, value: AiPolicy): FieldSpec => ({
  kind: 'choice',
  name: 'aiCrawlers',
  label: t('aiCrawlersFor'),
  value,
  options: aiPolicy.options.map((rule) => ({ value: rule, label: t(`aiCrawlers_${rule}`) })),
})

/** The effect of each checklist finding on publishing. */
export const checklistFields = (t: Words, checklist: Checklist): FieldSpec[] =>
  checkNames.map((name) => ({
    kind: 'choice',
    name,
    label: t(`check_${name}`),
    value: checklist[name],
    options: checkWeight.options.map((weight) => ({ value: weight, label: t(`weight_${weight}`) })),
  }))
