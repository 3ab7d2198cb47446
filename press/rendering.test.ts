import { describe, expect, test } from 'vitest'
import { rendered } from '@/scripts/test/press-parts'
import { NoDatabase, Rendering, type RenderingOptions } from './rendering'
import { Overloaded } from './turns'

const limits = { atOnce: 1, mostWaiting: 1, withinMs: 10_000 }

/** A rendering whose database is well, unless wished otherwise. */
const renderingWith = (wish: Partial<RenderingOptions> = {}) =>
  new Rendering({
    render: async () => rendered(),
    limits,
    isDatabaseThere: () => true,
    doesDatabaseAnswer: async () => true,
    ...wish,
  })

const broken = async () => {
  throw new Error('broken')
}

describe('while the database is gone', () => {
  test('nothing is rendered', async () => {
    const asked: string[] = []
    const rendering = renderingWith({
      isDatabaseThere: () => false,
      render: async (path) => {
        asked.push(path)
        return rendered()
      },
    })

    await expect(rendering.render('/a', false)).rejects.toBeInstanceOf(NoDatabase)
    expect(asked).toEqual([])
  })

  test('who waits for a render hears at once that it is in vain', async () => {
    const rendering = renderingWith({ render: () => new Promise(() => undefined) })
    const waiting = ['/a', '/b'].map((path) => rendering.render(path, false))

    rendering.giveUp()

    for (const each of waiting) await expect(each).rejects.toBeInstanceOf(NoDatabase)
  })

  test.each([
    ['throws', broken],
    ['is drawn as an error', async () => rendered({ status: 500 })],
  ])('a page that %s is no fault of the page’s', async (_, render) => {
    const rendering = renderingWith({ render, doesDatabaseAnswer: async () => false })

    await expect(rendering.render('/a', false)).rejects.toBeInstanceOf(NoDatabase)
  })
})

test('a page that breaks by itself is told as it broke', async () => {
  await expect(renderingWith({ render: broken }).render('/a', false)).rejects.toThrow('broken')
})

test('it counts what was made, what failed and who was refused', async () => {
  const hung = Promise.withResolvers<ReturnType<typeof rendered>>()
  const rendering = renderingWith({
    render: (path) => (path === '/hung' ? hung.promise : path === '/bad' ? broken() : hung.promise),
  })

  const first = rendering.render('/hung', false)
  const second = rendering.render('/also', false)
  await expect(rendering.render('/more', false)).rejects.toBeInstanceOf(Overloaded)
  hung.resolve(rendered())
  await Promise.all([first, second])
  await expect(rendering.render('/bad', false)).rejects.toThrow('broken')

  expect(rendering.counts).toEqual({ made: 2, failed: 1, refused: 1 })
})
