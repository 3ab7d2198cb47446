import { HeadlineFont } from './headline-font'

/** The paper's colours by day (app/theme.css): ink on paper, hairlines, one accent. */
export const colours = {
  ink: '#15171a',
  quiet: '#565c66',
  rule: '#dcdfe4',
  paper: '#fff',
  accent: '#b3201f',
} as const

/** Letters need room above (reph) and below (conjuncts). In ems. */
export const lineHeight = 1.36

/** Enlarged more than this, a picture says less than type alone. */
export const maxEnlargement = 2.5

/** The headline font as cards use it. */
export type Fonts = { bold: HeadlineFont; medium: HeadlineFont }

export async function openFonts(): Promise<Fonts> {
  const [bold, medium] = await Promise.all([HeadlineFont.open(700), HeadlineFont.open(500)])
  return { bold, medium }
}

export const rect = (x: number, y: number, w: number, h: number, fill: string, opacity = 1) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" fill-opacity="${opacity}"/>`

/** A vertical gradient of ink; `stops` are its offsets with their opacities. */
export function inkGradient(
  id: string,
  stops: [offset: number | string, opacity: number][],
): string {
  const elements = stops.map(
    ([offset, opacity]) =>
      `<stop offset="${offset}" stop-color="${colours.ink}" stop-opacity="${opacity}"/>`,
  )
  return `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${elements.join('')}</linearGradient></defs>`
}
