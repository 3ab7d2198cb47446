import { useTranslations } from 'next-intl'

/** Recovery codes: each signs in once when the phone is lost. They are shown once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useTranslations('newsroomTwoStep')
  return (
    <section aria-labelledby="recovery-codes" className="grid gap-2 border border-edge bg-wash p-3">
      <h3 id="recovery-codes" className="text-18">
        {t('recoveryCodes')}
      </h3>
      <p className="text-16">{t('recoveryCodesHint')}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 text-16" lang="en">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
