import { planSearch } from '../lib/search/search'
import { findStories } from '../lib/search/queries'
import { markWords } from '../lib/search/highlight'
import { db } from '../lib/db/client'
for (const q of process.argv.slice(2)) {
  const plan = planSearch(q); if (!plan) { console.log(q, 'null'); continue }
  const t = performance.now()
  const r = await findStories(plan, 1, new Date())
  const mark = (s: string) => markWords(s, r.matches).map(p => p.isMatch ? `[${p.text}]` : p.text).join('')
  console.log(`\n## ${q} → ${r.total} ${r.isNear ? 'NEAR' : ''} ${r.pageCount} ${(performance.now()-t).toFixed(0)}ms`)
  for (const h of r.hits.slice(0, 4)) console.log(' -', mark(h.story.headline), '\n     ', h.excerpt && mark(h.excerpt))
}
await db().$disconnect()
