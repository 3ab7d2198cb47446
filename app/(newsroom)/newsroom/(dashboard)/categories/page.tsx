import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  addCategoryAction,
  orderCategoriesAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/category-actions'
import { CategoryTree } from '@/components/newsroom/categories/CategoryTree'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { Disclosure } from '@/components/ui/Disclosure'
import { requireActor } from '@/lib/auth/session'
import { listCategories } from '@/lib/categories/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('categories') }
}

/** The paper's categories: put in order by dragging or by keys, and added to. */
export default async function CategoriesPage() {
  await requireActor('categories')
  const all = await listCategories()
  const t = await getTranslations('newsroomCategories')
  const parents = all.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <h1 className="text-27">{t('title')}</h1>
      <p className="max-w-measure text-16">{t('hint')}</p>
      <div className="max-w-measure">
        <Disclosure look="box" title={t('add')}>
          <ActionForm
            action={addCategoryAction}
            fields={[
              { kind: 'line', name: 'name', label: t('name'), maxLength: 60, required: true },
              {
                kind: 'line',
                name: 'slug',
                label: t('slug'),
                hint: t('slugHint'),
                maxLength: 60,
                required: true,
              },
              {
                kind: 'choice',
                name: 'parent',
                label: t('parent'),
                value: '',
                options: [{ value: '', label: t('noParent') }, ...parents],
              },
            ]}
            submit={t('add')}
          />
        </Disclosure>
      </div>
      <CategoryTree all={all} parent={null} order={orderCategoriesAction} />
    </>
  )
}
