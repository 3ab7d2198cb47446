import { describe, expect, test } from 'vitest'
import { rendered } from '@/tools/test-harness/fixtures/page-cache-fixtures'
import { QueuedRenderer, type QueuedRendererOptions } from './queued-renderer'
import { DatabaseUnavailableError, RenderQueueFullError } from './render-queue'

const limits = { concurrency: 1, maxQueued: 1, timeoutMs: 10_000 }

/** A rendering whose database is well, unless wished otherwise. */
const rendererWith = (options: Partial<QueuedRendererOptions> = {}) =>
  new QueuedRenderer({
    render: async () => rendered(),
    limits,
    isDatabaseConnected: () => true,
    isDatabaseResponsive: async () => true,
    ...options,
  })

const broken = async () => {
  throw new Error('broken')
}

describe('while the database is down', () => {
  test('nothing is rendered', async () => {
    const renderedPaths: string[] = []
    const renderer = rendererWith({
      isDatabaseConnected: () => false,
      render: async (path) => {
        renderedPaths.push(path)
        return rendered()
      },
    })

    await expect(renderer.render('/a', false)).rejects.toBeInstanceOf(DatabaseUnavailableError)
    expect(renderedPaths).toEqual([])
  })

  test('a waiting request is refused at once', async () => {
    const renderer = rendererWith({ render: () => new Promise(() => undefined) })
    const waiting = ['/a', '/b'].map((path) => renderer.render(path, false))

    renderer.cancelAll()

    for (const each of waiting) await expect(each).rejects.toBeInstanceOf(DatabaseUnavailableError)
  })

  test.each([
    ['throws', broken],
    ['is drawn as an error', async () => rendered({ status: 500 })],
  ])('a page that %s is no fault of the page’s', async (_, render) => {
    const renderer = rendererWith({ render, isDatabaseResponsive: async () => false })

    await expect(renderer.render('/a', false)).rejects.toBeInstanceOf(DatabaseUnavailableError)
  })
})

test('the error of a page that throws is passed on', async () => {
  await expect(rendererWith({ render: broken }).render('/a', false)).rejects.toThrow('broken')
})

test('it counts rendered, failed and refused requests', async () => {
  const hung = Promise.withResolvers<ReturnType<typeof rendered>>()
  const renderer = rendererWith({
    render: (path) => (path === '/hung' ? hung.promise : path === '/bad' ? broken() : hung.promise),
  })

  const first = renderer.render('/hung', false)
  const second = renderer.render('/also', false)
  await expect(renderer.render('/more', false)).rejects.toBeInstanceOf(RenderQueueFullError)
  hung.resolve(rendered())
  await Promise.all([first, second])
  await expect(renderer.render('/bad', false)).rejects.toThrow('broken')

  expect(renderer.counts).toEqual({ made: 2, failed: 1, refused: 1 })
})
