import { useTranslations } from 'next-intl'
import { tapTarget } from '@/components/ui/tap-target'

const sizes = ['', 'large', 'largest'] as const
const themes = ['', 'light', 'dark'] as const

/**
 * Text size and colours, rendered by the reader script from the template (reader/settings.ts): without it no
 * control without function is shown. The space is reserved, so that nothing moves when it appears.
 */
export function ReaderSettings() {
  const t = useTranslations('reader')
  return (
    <div className="min-h-22 md:min-h-11">
      <template data-settings="">
        <div className="flex flex-wrap gap-x-8 text-16">
          <SettingButtons
            name={t('size')}
            setting="size"
            options={sizes.map((to) => ({ to, label: t(to || 'normal') }))}
          />
          <SettingButtons
            name={t('theme')}
            setting="theme"
            options={themes.map((to) => ({ to, label: t(to || 'system') }))}
          />
        </div>
      </template>
    </div>
  )
}

type SettingButtonsProps = {
  name: string
  setting: string
  options: { to: string; label: string }[]
}

/** A row of buttons of which one is pressed. */
function SettingButtons({ name, setting, options }: SettingButtonsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the row
    <div role="group" aria-label={name} className="flex items-center gap-x-1">
      <span aria-hidden="true" className="text-quiet">
        {name}
      </span>
      {options.map(({ to, label }) => (
        <button
          key={to}
          type="button"
          data-set={setting}
          data-to={to}
          className={tapTarget({
            shape: 'block',
            className:
              'min-w-11 px-1.5 underline-offset-4 aria-pressed:font-bold aria-pressed:underline',
          })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
