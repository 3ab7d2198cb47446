import type { FullStory, Picture } from '@/lib/content-model/article'
import type { StoryFeed } from './feed'
import type { FeedOptions } from './write-feed'

/** A feed as tests write it. */

export const siteUrl = 'https://paper.example'

export const feedOptions: FeedOptions = {
  siteUrl,
  hub: null,
  words: {
    source: 'সূত্র:',
    embed: 'বাইরের লিংক',
    correction: 'সংশোধন',
    update: 'আপডেট',
    credit: (credit) => `ছবি: ${credit}`,
  },
}

export const picture: Picture = {
  id: 7,
  hash: 'abcdef0123456789',
  width: 1400,
  height: 700,
  alt: 'নদীর পাড়ে মানুষ',
  caption: 'ধরলার পাড়ে',
  credit: 'রাহনুমা',
  focalX: 0.5,
  focalY: 0.5,
}

export const storyPublicAt = new Date('2026-03-26T06:00:00Z')

export const storyOf = (overrides: Partial<FullStory> = {}): FullStory => ({
  id: 12,
  headline: 'নদীর পানি বাড়ছে',
  kicker: null,
  standfirst: 'উজানের ঢলে তিন দিনে ৪২ সেন্টিমিটার।',
  category: { slug: 'national', name: 'জাতীয়' },
  publicAt: storyPublicAt,
  image: null,
  dateline: null,
  body: [{ kind: 'paragraph', content: [{ text: 'প্রথম অনুচ্ছেদ।' }] }],
  isHeadlineOnly: false,
  notedChangeAt: null,
  bylines: [{ slug: 'rahnuma', name: 'রাহনুমা শারমিন', kind: 'person' }],
  topics: [{ slug: 'flood', name: 'বন্যা' }],
  source: null,
  corrections: [],
  pictures: {},
  ...overrides,
})

export const feedOf = (stories: FullStory[], overrides: Partial<StoryFeed> = {}): StoryFeed => ({
  title: 'পরীক্ষা পত্রিকা',
  description: 'শুধু পরীক্ষার জন্য',
  paper: 'পরীক্ষা পত্রিকা',
  listPath: '/',
  stories,
  enclosures: {},
  ...overrides,
})
