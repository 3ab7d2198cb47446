/** Keeps a choice in the browser; where storage is forbidden or full it lasts as long as the page. */
export function remember(name: string, choice: string): void {
  try {
    if (choice) localStorage.setItem(name, choice)
    else localStorage.removeItem(name)
  } catch {
    // Storage may be switched off: the reader still has what was chosen, on this page.
  }
}
