import { useTranslations } from 'next-intl'
import { SegmentedControl } from '@/components/newsroom/preview/SegmentedControl'

export type FrontTab = 'setting' | 'preview'

type FrontTabsProps = { open: FrontTab; onOpen: (tab: FrontTab) => void }

/** Where the screen has room for one of them: the places that are filled, or the page that comes of it. */
export function FrontTabs({ open, onOpen }: FrontTabsProps) {
  const t = useTranslations('newsroomFront')
  return (
    <div className="border-b border-rule xl:hidden">
      <SegmentedControl
        name={t('view')}
        options={(['setting', 'preview'] as const).map((value) => ({ value, label: t(value) }))}
        chosen={open}
        onChoose={onOpen}
      />
    </div>
  )
}
