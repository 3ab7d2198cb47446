import { inLetters, newMark } from './unique-names'

/** The contents of a saved article page, block by block. */
export type SavedPage = {
  headline: string
  byline: string
  /** The publication stamp and the update stamp, as printed. */
  stamps: [published: string, updated: string]
  paragraphs: string[]
  source: string
  category: string
  moreInCategory: string[]
  readMore: string[]
}

const blank = '\u00a0'
const numbered = (count: number, say: (number: string) => string) =>
  Array.from({ length: count }, (_, index) => say(inLetters(index + 1)).normalize('NFC'))

/** A page of our own wording whose names no other page has. */
export function inventPage(given: Partial<SavedPage> = {}): SavedPage {
  const mark = newMark()
  return {
    headline: `পাহাড়ি ঝরনার জল মাপতে গেলেন তিন বিজ্ঞানী, ফিরলেন গান নিয়ে ${mark}`,
    byline: `নমুনাপত্র ডেস্ক ${mark} ডেস্ক`,
    stamps: ['২০ মে ২০২৪, ০৮:০২ পিএম', '২০ মে ২০২৪, ০৮:০২ পিএম'],
    paragraphs: [
      'কিছুক্ষণ আগে জানা গেছে, ঝরনার জল মাপতে যাওয়া তিন বিজ্ঞানী নিরাপদে সমতলে ফিরেছেন।',
      'দলের প্রধান ঝরনাটিকে একজন ‘পুরোনো বন্ধু’ বলে অভিহিত করেন।',
      'দলের পক্ষ থেকে বলা হয়েছে, তাঁরা "জলের ধারা ও মানুষের গানের সম্পর্ক আরো গভীরভাবে জানতে" আগ্রহী।',
      '২০২২ সালের বর্ষা থেকে প্রতি মাসে জল মাপা হচ্ছে। এর আগে এমন মাপজোখ হয়নি।',
      'গ্রামের প্রবীণেরা জলকে ‘পাহাড়ের কথা’ এবং ‘সবার সম্পদ’ হিসেবে আখ্যা দিয়েছেন।',
    ],
    source: `পাহাড় বার্তা ${mark}`,
    category: 'আন্তর্জাতিক',
    moreInCategory: numbered(5, (n) => `বিভাগের আরেক খবর ${n} : বড় শহরে ছোট নদী ${mark}`),
    readMore: numbered(20, (n) => `পড়ার মতো আরেক খবর ${n} :‘ঘরে-বাইরে’ কথা ${mark}`),
    ...given,
  }
}

/** The page as a browser's "save as text" writes it, blank lines and all. */
export function formatSavedPage(page: SavedPage): string {
  const { paragraphs, moreInCategory, readMore } = page
  const body = paragraphs.join(`\n\n${blank}\n\n`)
  return [
    page.headline,
    '',
    `Daily Namuna ${page.byline}`,
    '',
    `${page.stamps[0]} | আপডেট: ${page.stamps[1]}`,
    '',
    blank,
    '',
    blank,
    '',
    blank,
    '',
    `${body} সূত্র: ${page.source}।`,
    '',
    '',
    `বিভাগ : ${page.category}`,
    '',
    '',
    'মন্তব্য করুন',
    '',
    'HTML Comment Box is loading comments...',
    '',
    'এই বিভাগের আরও',
    '',
    ...moreInCategory,
    'আরও',
    '',
    'আরও পড়ুন',
    ...readMore.flatMap((headline) => ['', headline, '', headline]),
  ].join('\n')
}
