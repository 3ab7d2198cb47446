import { cva } from 'class-variance-authority'

/** The classes of a link or a row that a finger hits: at least 44 px high (WCAG 2.5.5). */
export const tapTarget = cva('min-h-11', {
  variants: {
    shape: {
      /** At least as wide as high, for a single digit or letter. */
      square: 'inline-flex min-w-11 items-center',
      inline: 'inline-flex items-center',
      row: 'flex flex-wrap items-center',
      /** The element arranges its own content. */
      block: '',
    },
  },
  defaultVariants: { shape: 'square' },
})
