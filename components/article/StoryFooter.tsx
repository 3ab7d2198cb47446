import { useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/Stamp'
import { TapLink } from '@/components/ui/TapLink'
import { type Article, articlePath, topicPath } from '@/lib/content-model/article'
import { reportPath } from '@/lib/urls/report-address'
import { ShareLinks } from './ShareLinks'

type StoryFooterProps = { article: Article; siteUrl: string }

/** The foot of a story: corrections, source, topics, share links, and the link to report a fault. */
export function StoryFooter({ article, siteUrl }: StoryFooterProps) {
  const address = `${siteUrl}${articlePath(article)}`
  return (
    <footer className="grid max-w-measure gap-5">
      <Corrections article={article} />
      <SourceLine article={article} />
      <Topics article={article} />
      <ShareLinks headline={article.headline} address={address} />
      <ReportLink articleId={article.id} />
      <p className="print-only border-t border-rule pt-2 text-14">
        {address} – <Stamp at={article.publicAt} />
      </p>
    </footer>
  )
}

function Corrections({ article }: { article: Article }) {
  const t = useTranslations('article')
  return article.corrections.map((correction) => (
    <div key={correction.at.getTime()} className="border border-rule p-4 text-16" role="note">
      <p>
        <b className="text-accent">{t(correction.kind)}</b>{' '}
        <span className="text-14 text-quiet">
          <Stamp at={correction.at} />
        </span>
      </p>
      <p>{correction.note}</p>
    </div>
  ))
}

function SourceLine({ article }: { article: Article }) {
  const t = useTranslations('article')
  if (!article.source) return null
  const { name, url } = article.source
  return (
    <p className="text-16">
      {t('source')}{' '}
      {url ? (
        <a href={url} rel="noopener" className="underline">
          {name}
        </a>
      ) : (
        name
      )}
    </p>
  )
}

function Topics({ article }: { article: Article }) {
  const t = useTranslations('article')
  if (article.topics.length === 0) return null
  return (
    <nav aria-label={t('topics')} className="no-print flex flex-wrap items-center gap-x-4 text-16">
      <span className="text-quiet" aria-hidden="true">
        {t('topics')}
      </span>
      <ul className="flex flex-wrap gap-x-4">
        {article.topics.map((topic) => (
          <li key={topic.slug}>
            <TapLink href={topicPath(topic)} className="underline underline-offset-4">
              {topic.name}
            </TapLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ReportLink({ articleId }: { articleId: number }) {
  const t = useTranslations('report')
  return (
    <p className="no-print text-16 text-quiet">
      {t('linkTo')}{' '}
      <TapLink
        href={reportPath(articleId)}
        rel="nofollow"
        className="text-ink underline underline-offset-4"
      >
        {t('link')}
      </TapLink>
    </p>
  )
}
