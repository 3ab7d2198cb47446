'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useId } from 'react'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import type { Category } from '@/lib/content-model/category'

type NewStoryFormProps = {
  action: FormAction
  /** The idempotency key: a form sent twice creates one story. */
  formKey: string
  categories: Category[]
}

/** The form that creates a story. It works before its script has loaded. */
export function NewStoryForm({ action, formKey, categories }: NewStoryFormProps) {
  const t = useTranslations('newsroomStory')
  const [state, send] = useActionState(action, null)
  const id = useId()
  return (
    <form action={send} className="grid max-w-measure gap-5">
      <RefusalNotice state={state} />
      <input type="hidden" name="key" value={formKey} />
      <div className="grid gap-1">
        <label htmlFor={id} className="text-16 font-bold">
          {t('category')}
        </label>
        <select
          id={id}
          name="category"
          defaultValue={state?.typed?.category ?? categories.find(isTop)?.slug}
          className="min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16"
        >
          {categories.map(({ id: number, slug, name }) => (
            <option key={number} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <SubmitButton busy={t('beginning')}>{t('begin')}</SubmitButton>
      </div>
    </form>
  )
}

const isTop = (category: Category) => category.parentId === null
