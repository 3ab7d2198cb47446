import type { Config } from 'tailwindcss'

/**
 * The paper's tokens: colours change with the reader's scheme (app/theme.css), sizes are in rem so that zoom reaches them.
 * Which files a stylesheet serves is said in the stylesheet: readers' are globals.css, the newsroom's newsroom.css.
 */
export default {
  theme: {
    screens: { md: '48rem', lg: '64rem', xl: '80rem' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: 'var(--paper)',
      ink: 'var(--ink)',
      quiet: 'var(--quiet)',
      rule: 'var(--rule)',
      accent: 'var(--accent)',
      // The newsroom's own (app/newsroom.css).
      wash: 'var(--wash)',
      edge: 'var(--edge)',
      good: 'var(--good)',
      // Behind a dialog: dark in both schemes, so that the page steps back.
      scrim: 'rgb(0 0 0 / 60%)',
    },
    fontFamily: {
      // The reader's own face; our headline font stands last, so that a system without Bengali shows letters. Before it
      // a face with Latin letters: where sans-serif for Bengali is a face without them, they would come from ours, in bold.
      body: [
        'Noto Sans Bengali',
        'Kohinoor Bangla',
        'Bangla Sangam MN',
        'Nirmala UI',
        'Vrinda',
        'sans-serif',
        'system-ui',
        'var(--headline-face)',
      ],
      headline: [
        'var(--headline-face)',
        'Noto Serif Bengali',
        'Kohinoor Bangla',
        'Bangla Sangam MN',
        'Nirmala UI',
        'serif',
      ],
    },
    fontSize: {
      14: ['0.875rem', '1.6'],
      16: ['1rem', '1.6'],
      18: ['1.125rem', '1.75'],
      19: ['1.1875rem', '1.75'],
      22: ['1.375rem', '1.4'],
      27: ['1.6875rem', '1.35'],
      34: ['2.125rem', '1.32'],
      42: ['2.625rem', '1.3'],
    },
    extend: {
      maxWidth: { page: '77rem', measure: '38rem' },
      aspectRatio: { photo: '3 / 2' },
    },
  },
} satisfies Config
