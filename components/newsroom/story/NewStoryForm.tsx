import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import type { Category } from '@/lib/content-model/category'

type NewStoryFormProps = {
  action: FormAction
  /** The idempotency key: a form sent twice creates one story. */
  formKey: string
  categories: Category[]
}

/** The form that creates a story. */
export function NewStoryForm({ action, formKey, categories }: NewStoryFormProps) {
  const t = useTranslations('newsroomStory')
  return (
    <div className="max-w-measure">
      <ActionForm
        action={action}
        hiddenFields={{ key: formKey }}
        fields={[
          {
            kind: 'choice',
            name: 'category',
            label: t('category'),
            value: categories.find(({ parentId }) => parentId === null)?.slug,
            options: categories.map(({ slug, name }) => ({ value: slug, label: name })),
          },
        ]}
        submit={t('begin')}
        busy={t('beginning')}
      />
    </div>
  )
}
