import { useTranslations } from 'next-intl'
import { SegmentedControl } from '@/components/ui/SegmentedControl'

export type FrontTab = 'setting' | 'preview'

type FrontTabsProps = { open: FrontTab; onOpen: (tab: FrontTab) => void }

/** On small screens, switches between the places and the preview. */
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
