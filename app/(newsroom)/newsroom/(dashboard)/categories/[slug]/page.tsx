import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  mergeCategoryAction,
  moveCategoryAction,
  renameCategoryAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/category-actions'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { countInCategory, listCategories } from '@/lib/categories/queries'
import { withDescendants } from '@/lib/content-model/category'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('categories') }
}

/** The page of a category: edit its name and address, or merge it into another. */
export default async function EditCategoryPage({
  params,
}: PageProps<'/newsroom/categories/[slug]'>) {
  await requireActor('categories')
  const { slug } = await params
  const all = await listCategories()
  const category = all.find((each) => each.slug === slug)
  if (!category) notFound()
  const counts = await countInCategory(all, category)
  const t = await getTranslations('newsroomCategories')
  const under = withDescendants(all, category)
  const others = all.filter((each) => !under.includes(each))
  const about = { about: slug }
  const touches = {
    name: category.name,
    count: toBengaliDigits(counts.own),
    below: toBengaliDigits(counts.below),
  }
  return (
    <>
      <p>
        <ButtonLink href="/newsroom/categories">{t('title')}</ButtonLink>
      </p>
      <h1 className="text-27">{category.name}</h1>
      <p className="text-16">
        {t('stories', { count: touches.count, all: toBengaliDigits(counts.withThose) })}
      </p>
      <FormSection title={t('rename')} text={t('renameHint')}>
        <ActionForm
          key={category.slug + category.name}
          action={renameCategoryAction}
          hiddenFields={about}
          fields={[
            {
              kind: 'line',
              name: 'name',
              label: t('name'),
              value: category.name,
              maxLength: 60,
              required: true,
            },
            {
              kind: 'line',
              name: 'newSlug',
              label: t('slug'),
              hint: t('slugHint'),
              value: category.slug,
              maxLength: 60,
              required: true,
            },
          ]}
          submit={t('save')}
        />
      </FormSection>
      <FormSection title={t('reparent')} text={t('reparentHint')}>
        <ActionForm
          action={moveCategoryAction}
          hiddenFields={about}
          fields={[
            {
              kind: 'choice',
              name: 'parent',
              label: t('parent'),
              value: all.find(({ id }) => id === category.parentId)?.slug ?? '',
              options: [
                { value: '', label: t('noParent') },
                ...others.map((each) => ({ value: each.slug, label: each.name })),
              ],
            },
          ]}
          submit={t('reparentNow')}
          variant="plain"
        />
      </FormSection>
      <FormSection title={t('merge')}>
        <Disclosure look="box" title={t('mergeThis')} isGrave>
          <ActionForm
            action={mergeCategoryAction}
            hiddenFields={about}
            fields={[
              {
                kind: 'choice',
                name: 'into',
                label: t('mergeInto'),
                required: true,
                options: others.map((each) => ({ value: each.slug, label: each.name })),
              },
            ]}
            submit={t('mergeThis')}
            variant="grave"
          >
            <p className="text-16">{t('mergeTouches', touches)}</p>
          </ActionForm>
        </Disclosure>
      </FormSection>
    </>
  )
}
