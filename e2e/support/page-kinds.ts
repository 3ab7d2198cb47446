import type { Body } from '@/lib/content-model/body'
import { searchPath } from '@/lib/urls/search-address'
import { verifyPath } from '@/lib/urls/verify-address'
import { type Newsroom, paragraph, type Story } from './newsroom'

/** An address and how it answers. */
export type Address = { path: string; status: number }

const found = (path: string): Address => ({ path, status: 200 })

/** Every kind of block, and every mark, once. */
const everyBlock = (imageId: number): Body => [
  {
    kind: 'paragraph',
    content: [
      { text: 'সাধারণ কথা, ' },
      { text: 'জোরালো কথা', bold: true },
      { text: ', ' },
      { text: 'বাঁকা কথা', italic: true },
      { text: ', ' },
      { text: 'নিজেদের পাতা', href: '/about' },
      { text: ' ও ' },
      { text: 'অন্যের পাতা', href: 'https://example.com/', bold: true },
      { text: '।' },
    ],
  },
  { kind: 'subheading', text: 'মাঝের শিরোনাম' },
  { kind: 'quote', content: [{ text: '‘কথাটি এ রকমই ছিল।’' }], speaker: 'একজন বক্তা' },
  { kind: 'quote', content: [{ text: 'বক্তার নাম ছাড়া একটি উক্তি।' }] },
  { kind: 'list', ordered: false, items: [[{ text: 'প্রথম' }], [{ text: 'দ্বিতীয়', bold: true }]] },
  { kind: 'list', ordered: true, items: [[{ text: 'এক নম্বর' }], [{ text: 'দুই নম্বর' }]] },
  { kind: 'image', imageId, caption: 'লেখার মাঝের ছবি' },
  { kind: 'embed', url: 'https://www.example.com/video', title: 'বাইরের একটি ভিডিও' },
  {
    kind: 'factBox',
    title: 'এক নজরে',
    content: [
      { kind: 'paragraph', content: [{ text: 'তথ্যবক্সের কথা।' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'একটি তথ্য' }]] },
    ],
  },
  { kind: 'factBox', content: [{ kind: 'paragraph', content: [{ text: 'শিরোনাম ছাড়া তথ্য।' }] }] },
  {
    kind: 'table',
    caption: 'একটি ছক',
    head: [[{ text: 'এলাকা' }], [{ text: 'সংখ্যা' }]],
    rows: [
      [[{ text: 'ঢাকা' }], [{ text: '১৪২' }]],
      [[{ text: 'রংপুর' }], []],
    ],
  },
  paragraph('শেষ অনুচ্ছেদ।'),
]

/** A story with all that a story can have. */
export async function publishRichStory(newsroom: Newsroom): Promise<Story> {
  const inBody = await newsroom.addPicture()
  const parent = await newsroom.addCategory()
  return newsroom.publish({
    category: await newsroom.addCategory(parent),
    kicker: 'বিশেষ প্রতিবেদন',
    standfirst: 'শিরোনামের নিচের বাক্যটি খবরের সারকথা বলে।',
    dateline: 'কুড়িগ্রাম',
    body: everyBlock(inBody.id),
    bylines: [await newsroom.addContributor('person'), await newsroom.addContributor('desk')],
    topics: [await newsroom.addTopic(), await newsroom.addTopic()],
    source: await newsroom.addSource('https://example.org/'),
    leadImage: await newsroom.addPicture(),
    publishedAt: new Date('2024-05-20T14:02:00Z'),
    corrections: [
      { kind: 'correction', note: 'একটি সংখ্যা ঠিক করা হয়েছে।', at: new Date('2024-05-20T15:00:00Z') },
      { kind: 'update', note: 'নতুন তথ্য যোগ হয়েছে।', at: new Date('2024-05-21T03:30:00Z') },
    ],
  })
}

async function withdrawStory(newsroom: Newsroom): Promise<Story> {
  const story = await newsroom.publish()
  await newsroom.withdraw(story)
  return story
}

/** A card whose story was corrected, renamed and moved since. */
async function makePhotocard(newsroom: Newsroom): Promise<string> {
  const later = new Date(Date.now() + 60_000)
  const corrections = [{ kind: 'correction' as const, note: 'একটি সংখ্যা ঠিক করা হয়েছে।', at: later }]
  const story = await newsroom.publish({ corrections })
  const code = await newsroom.addPhotocard({ ...story, category: await newsroom.addCategory() })
  await newsroom.changeHeadline(story, `${story.headline} বদলানো`)
  return verifyPath(code)
}

async function withdrawPhotocard(newsroom: Newsroom): Promise<string> {
  const story = await newsroom.publish()
  const code = await newsroom.addPhotocard(story)
  await newsroom.withdraw(story)
  return verifyPath(code)
}

/** Every kind of page that readers meet. */
export const pageKinds = [
  'the front page',
  'a category',
  'an older page of a category',
  'a category without stories',
  'a story',
  'a story known only by its headline',
  'the list of the latest stories',
  'the list of a topic',
  'the list of an author',
  'the search form',
  'a page of search results',
  'the page about the paper',
  'the page with a table',
  'a page that is not there',
  'a withdrawn story',
  'the form for a photocard',
  'a photocard',
  'a photocard of a withdrawn story',
  'a photocard that nobody made',
] as const

export type PageKind = (typeof pageKinds)[number]
export type Pages = Record<PageKind, Address>

/** Makes a page of every kind: the category has three pages, two of them full. */
export async function makePages(newsroom: Newsroom): Promise<Pages> {
  const category = await newsroom.addCategory()
  const empty = await newsroom.addCategory(category)
  const topic = await newsroom.addTopic()
  const author = await newsroom.addContributor()
  await newsroom.publishMany(65, category, { topics: [topic], bylines: [author] })
  return {
    'the front page': found('/'),
    'a category': found(`/${category.slug}`),
    'an older page of a category': found(`/${category.slug}/page/2`),
    'a category without stories': found(`/${empty.slug}`),
    'a story': found((await publishRichStory(newsroom)).path),
    'a story known only by its headline': found((await newsroom.publishHeadline()).path),
    'the list of the latest stories': found('/latest'),
    'the list of a topic': found(`/topic/${topic.slug}`),
    'the list of an author': found(`/author/${author.slug}`),
    'the search form': found('/search'),
    'a page of search results': found(searchPath({ typed: 'ঢাকা', page: 1 })),
    'the page about the paper': found('/about'),
    'the page with a table': found('/contact'),
    'a page that is not there': { path: '/no-such-page', status: 404 },
    'a withdrawn story': { path: (await withdrawStory(newsroom)).path, status: 410 },
    'the form for a photocard': found('/verify'),
    'a photocard': found(await makePhotocard(newsroom)),
    'a photocard of a withdrawn story': found(await withdrawPhotocard(newsroom)),
    'a photocard that nobody made': { path: verifyPath('k7mx93pfcwr4'), status: 404 },
  }
}
