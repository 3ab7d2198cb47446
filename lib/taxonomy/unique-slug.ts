import { slugify } from '@/lib/bengali/text/romanize'

/** The Latin slug of a name: its own, or with the first number after it that nobody has. `find` gives who has a slug. */
export async function uniqueSlug(
  name: string,
  find: (slug: string) => Promise<unknown>,
): Promise<string> {
  const base = slugify(name) || 'name'
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!(await find(slug))) return slug
  }
}
