import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { blankContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { resetToTestPaper } from '@/tools/test-harness/fixtures/test-paper'
import { findBlockingFaults } from './readiness'

beforeEach(async () => {
  await resetToTestPaper()
})

const decide = (checklist: Record<string, string>) =>
  db().paper.updateMany({ data: { settings: { checklist } } })

const newHash = () => randomBytes(32).toString('hex')

async function addPicture(alt: string): Promise<number> {
  const size = { mediaType: 'image/jpeg', bytes: 1, width: 900, height: 600 }
  const row = await db().image.create({ data: { hash: newHash(), alt, ...size } })
  return row.id
}

const storyWith = (change: Partial<StoryContent>): StoryContent => ({
  ...blankContent('national'),
  headline: 'শিরোনাম',
  ...change,
})

const faultsOf = async (content: StoryContent) =>
  (await findBlockingFaults(db(), content)).map(({ name }) => name)

describe('a story is kept from its readers by what the paper decided', () => {
  test('a picture that says nothing to who cannot see it, wherever it stands', async () => {
    const [bare, described] = [await addPicture(''), await addPicture('নদী')]
    const inBody = (imageId: number) => storyWith({ body: [{ kind: 'image', imageId }] })

    const faults = [
      await faultsOf(storyWith({ leadImageId: bare })),
      await faultsOf(inBody(bare)),
      await faultsOf(storyWith({ leadImageId: described })),
      await faultsOf(inBody(described)),
    ]

    expect(faults).toEqual([['missingAlt'], ['missingAlt'], [], []])
  })

  test('and by nothing else', async () => {
    await decide({ missingAlt: 'warn', noStandfirst: 'block' })
    const bare = await addPicture('')

    const faults = [
      await faultsOf(storyWith({ leadImageId: bare, standfirst: 'সারকথা' })),
      await faultsOf(storyWith({})),
    ]

    expect(faults).toEqual([[], ['noStandfirst']])
  })
})
