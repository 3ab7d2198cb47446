import { describe, expect, test } from 'vitest'
import {
  type Category,
  categoryPath,
  subcategoriesOf,
  topCategories,
  trailTo,
  withDescendants,
} from './category'

const category = (id: number, slug: string, parentId: number | null): Category => ({
  id,
  slug,
  name: slug,
  position: id,
  parentId,
})
const country = category(1, 'country', null)
const sports = category(2, 'sports', null)
const dhaka = category(3, 'dhaka', 1)
const oldDhaka = category(4, 'old-dhaka', 3)
const khulna = category(5, 'khulna', 1)
const all = [country, sports, dhaka, oldDhaka, khulna]

describe('the categories are a tree', () => {
  test('the masthead shows the top ones in their order', () => {
    expect(topCategories(all)).toEqual([country, sports])
  })

  test('subcategories are those directly under', () => {
    expect(subcategoriesOf(all, country)).toEqual([dhaka, khulna])
    expect(subcategoriesOf(all, sports)).toEqual([])
  })

  test('a category lists its own stories and those of all under it, however deep', () => {
    expect(withDescendants(all, country)).toEqual([country, dhaka, oldDhaka, khulna])
    expect(withDescendants(all, dhaka)).toEqual([dhaka, oldDhaka])
    expect(withDescendants(all, sports)).toEqual([sports])
  })

  test('the trail leads down from the top', () => {
    expect(trailTo(all, oldDhaka)).toEqual([country, dhaka, oldDhaka])
    expect(trailTo(all, sports)).toEqual([sports])
  })
})

test('a category’s address is its slug', () => {
  expect(categoryPath(dhaka)).toBe('/dhaka')
})
