/** A list as it is read out: `ঢাকা, চট্টগ্রাম ও সিলেট`. CLDR's list says এবং, which papers keep for joining clauses. */
export function joinList(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ও ${last}`
}
