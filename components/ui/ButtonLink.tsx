import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-class'

type ButtonLinkProps = ComponentProps<typeof Link> & Omit<ButtonLook, 'isLink'>

/** A link to a page of the newsroom, as high as a button. Nothing is fetched before the click. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant = 'link', isBold, isPadded, className, ...link } = props
  return (
    <Link
      prefetch={false}
      {...link}
      className={buttonClass({ variant, isBold, isPadded, isLink: true, className })}
    />
  )
}
