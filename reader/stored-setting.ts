/** Stores a setting in the browser; where storage is forbidden or full it lasts until the page is left. */
export function storeSetting(name: string, value: string): void {
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    // Storage may be disabled: the setting still applies on this page.
  }
}
