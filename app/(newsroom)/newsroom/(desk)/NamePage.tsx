import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import { Fold } from '@/components/newsroom/act/Fold'
import { Section } from '@/components/newsroom/act/Section'
import { nameFields } from '@/components/newsroom/names/fields'
import { readNumber } from '@/lib/articles/article'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { countStoriesOf, findKept } from '@/lib/people/keep-queries'
import type { NameKind } from '@/lib/people/name'
import { listNames } from '@/lib/people/queries'
import { editNameAction, mergeNameAction } from './name-actions'

type NamePageProps = { of: NameKind; params: Promise<{ id: string }> }

/** A name that stories carry: put right, or made one with another. */
export async function NamePage({ of, params }: NamePageProps) {
  await requireActor('names')
  const id = readNumber((await params).id)
  const kept = id === null ? null : await findKept(of, id)
  if (!kept) notFound()
  const [stories, alike, t] = await Promise.all([
    countStoriesOf(of, kept.id),
    listNames(of, kept.name.split(' ')[0] ?? kept.name),
    getTranslations('newsroomNames'),
  ])
  const about = { of, id: String(kept.id) }
  const others = alike.filter((each) => each.id !== kept.id).map(({ name }) => name)
  const count = toBengaliDigits(stories)
  return (
    <>
      <p>
        <Link
          href={`/newsroom/${of}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center underline"
        >
          {t(of)}
        </Link>
      </p>
      <h1 className="text-27">{kept.name}</h1>
      <p className="text-16">{t('stories', { count })}</p>
      <Section title={t('edit')} text={t(of === 'sources' ? 'editSourceHint' : 'editHint')}>
        <ActForm
          key={kept.slug + kept.name}
          action={editNameAction}
          about={about}
          fields={nameFields(t, of, kept)}
          submit={t('save')}
        />
      </Section>
      <Section title={t('merge')}>
        <Fold title={t('mergeThis')} isGrave>
          <ActForm
            action={mergeNameAction}
            about={about}
            fields={[
              {
                ...{ kind: 'line', name: 'into', label: t('mergeInto'), hint: t('mergeIntoHint') },
                ...{ maxLength: 200, required: true, suggestions: others },
              },
            ]}
            submit={t('mergeThis')}
            manner="grave"
          >
            <p className="text-16">
              {t(of === 'sources' ? 'mergeSourceTouches' : 'mergeTouches', {
                count,
                name: kept.name,
              })}
            </p>
          </ActForm>
        </Fold>
      </Section>
    </>
  )
}
