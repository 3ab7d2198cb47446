/** Keeps a choice in the browser; where storage is forbidden or full it lasts as long as the page. */
export function storeSetting(name: string, value: string): void {
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    // Storage may be switched off: the reader still has what was chosen, on this page.
  }
}
