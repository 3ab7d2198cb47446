import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { tapTarget } from '@/components/ui/tap-target'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { PictureRecord } from '@/lib/media/library/library'
import { storyPath } from '@/lib/newsroom/draft/working-copy'

/** The stories that show the picture, with their states. */
export function PictureUses({ record }: { record: PictureRecord }) {
  const t = useTranslations('newsroomMedia')
  const { uses, useCount } = record
  return (
    <section aria-labelledby="picture-uses" className="grid max-w-measure gap-2">
      <h2 id="picture-uses" className="text-22">
        {t('uses')}
      </h2>
      {uses.length === 0 ? (
        <p className="text-16 text-quiet">{t('noUses')}</p>
      ) : (
        <ul className="border-rule border-t">
          {uses.map(({ articleId, headline, place, state }) => (
            <li key={articleId} className="border-rule border-b">
              <Link
                href={storyPath(articleId)}
                prefetch={false}
                className={tapTarget({
                  shape: 'block',
                  className: 'grid content-center py-2 text-16',
                })}
              >
                <span className="font-bold">{headline || t('untitledStory')}</span>
                <span className="text-14 text-quiet">
                  {t(`states.${state}`)} · {t(`places.${place}`)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {useCount > uses.length && (
        <p className="text-14 text-quiet">
          {t('moreUses', { count: toBengaliDigits(useCount - uses.length) })}
        </p>
      )}
    </section>
  )
}
