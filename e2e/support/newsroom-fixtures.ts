import type { Page } from '@playwright/test'
import type { UserRole } from '@/lib/auth/permissions'
import type { Prisma, User } from '@/lib/db/generated/client'
import { addPasswordUser, type PasswordUser } from '@/tools/test-harness/fixtures/password-user'
import { test as base } from './fixtures'
import { Newsroom, type Story, type StoryFields } from './newsroom'
import { words } from './words'

export { expect } from '@playwright/test'

export type TestUser = PasswordUser

/** A newsroom with users who sign in with a password; they and all that they made are removed after the test. */
export class StaffedNewsroom extends Newsroom {
  #users: TestUser[] = []
  #settings: Prisma.JsonValue | undefined

  async addUser(role: UserRole, given: { banned?: boolean } = {}): Promise<TestUser> {
    const name = this.name(words.newsroomRoles[role])
    const user = await addPasswordUser(this.db, { name, role, ...given })
    this.#users.push(user)
    return user
  }

  /** Changes the paper's settings until the test ends. */
  async changeSettings(settings: Prisma.InputJsonObject): Promise<void> {
    const paper = await this.db.paper.findFirstOrThrow()
    this.#settings ??= paper.settings
    const current = paper.settings as Prisma.InputJsonObject
    await this.db.paper.update({
      where: { id: paper.id },
      data: { settings: { ...current, ...settings } },
    })
  }

  /** A user that the newsroom itself made (an invitation) is removed after the test. */
  adoptUser(user: User): void {
    this.#users.push({ ...user, password: '' })
  }

  /** Signs in a new user of that role in `page`. */
  async signIn(page: Page, role: UserRole): Promise<TestUser> {
    const user = await this.addUser(role)
    await this.signInAs(page, user)
    return user
  }

  async signInAs(page: Page, { email, password }: { email: string; password: string }) {
    await page.goto('/newsroom/sign-in')
    await page.getByLabel(words.newsroomAuth.email).fill(email)
    await page.getByLabel(words.newsroomAuth.password).fill(password)
    await page.getByRole('button', { name: words.newsroomAuth.enter }).click()
    await page.waitForURL('**/newsroom')
  }

  /** A draft that belongs to that person. */
  async draftOf(owner: TestUser, given: StoryFields = {}): Promise<Story> {
    const story = await this.draft(given)
    await this.db.article.update({ where: { id: story.id }, data: { ownerId: owner.id } })
    return story
  }

  override async clear(): Promise<void> {
    const mine = { in: this.#users.map(({ id }) => id) }
    const stories = await this.db.article.findMany({ where: { ownerId: mine } })
    this.adoptStories(stories.map(({ id }) => id))
    await super.clear()
    await this.db.image.deleteMany({ where: { uploadedById: mine } })
    if (this.#settings !== undefined) {
      const settings = this.#settings as Prisma.InputJsonObject
      await this.db.paper.updateMany({ data: { settings } })
    }
    await this.db.user.deleteMany({ where: { id: mine } })
    // All tests have one address: wrong passwords of one must not lock out the next.
    await this.db.rateLimitCounter.deleteMany()
  }
}

/** The readers' test, with a newsroom that people can sign in to. */
export const test = base.extend<{ newsroom: StaffedNewsroom }>({
  newsroom: async ({ database }, use) => {
    const newsroom = new StaffedNewsroom(database, process.env.DAINIK_DATA_DIR ?? '.data')
    await use(newsroom)
    await newsroom.clear()
  },
})
