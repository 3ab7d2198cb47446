import type { Body } from '@/lib/articles/body'
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

/** A category with three pages: two full older ones, and the newest. */
async function fillCategory(newsroom: Newsroom) {
  const category = await newsroom.addCategory()
  await newsroom.addCategory(category)
  await newsroom.publishMany(65, category)
  return category
}

async function fillTopic(newsroom: Newsroom) {
  const topic = await newsroom.addTopic()
  await newsroom.publishMany(3, await newsroom.addCategory(), { topics: [topic] })
  return topic
}

async function fillAuthor(newsroom: Newsroom) {
  const author = await newsroom.addContributor()
  await newsroom.publishMany(3, await newsroom.addCategory(), { bylines: [author] })
  return author
}

async function withdrawn(newsroom: Newsroom): Promise<Address> {
  const story = await newsroom.publish()
  await newsroom.withdraw(story)
  return { path: story.path, status: 410 }
}

/** Every kind of page that readers meet, with the data that it needs. */
export const pageKinds: [kind: string, make: (newsroom: Newsroom) => Promise<Address>][] = [
  ['the front page', async () => found('/')],
  ['a category', async (newsroom) => found(`/${(await fillCategory(newsroom)).slug}`)],
  [
    'an older page of a category',
    async (newsroom) => found(`/${(await fillCategory(newsroom)).slug}/page/2`),
  ],
  ['a category without stories', async (newsroom) => found(`/${(await newsroom.addCategory()).slug}`)],
  ['a story', async (newsroom) => found((await publishRichStory(newsroom)).path)],
  ['the list of the latest stories', async () => found('/latest')],
  ['the list of a topic', async (newsroom) => found(`/topic/${(await fillTopic(newsroom)).slug}`)],
  ['the list of an author', async (newsroom) => found(`/author/${(await fillAuthor(newsroom)).slug}`)],
  ['the page about the paper', async () => found('/about')],
  ['the page with a table', async () => found('/contact')],
  ['a page that is not there', async () => ({ path: '/no-such-page', status: 404 })],
  ['a withdrawn story', withdrawn],
]
