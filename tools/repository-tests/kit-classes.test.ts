import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Classes of the kit: a control's height, its states, and the boxes of buttons, fields and notices. */
const kitClasses =
  /(?<![\w:-])min-h-1[12]\b|\b(?:aria-disabled|aria-invalid|read-only|focus-visible):|\bbg-ink px-|\bborder border-(?:edge|accent) (?:bg-paper )?px-|\bborder-l-4 border-\w+ bg-wash\b/

/** Made by hand until the kit's combobox, tabs and dialogs take their place. */
const handMade = [
  'components/newsroom/media/PictureChooser.client.tsx',
  'components/newsroom/story/conflict/ConflictDialog.client.tsx',
  'components/newsroom/story/panels/StoryPanels.client.tsx',
  'components/newsroom/story/references/ReferenceOptions.client.tsx',
  'components/newsroom/story/references/ReferencePicker.client.tsx',
]

const files = execFileSync('git', ['ls-files', 'app/**/*.tsx', 'components/**/*.ts*'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && !handMade.includes(file) && !/\.test\.tsx?$/.test(file))

test('the classes of buttons, fields and notices stand in the kit alone', () => {
  const withKitClasses = files.filter((file) => kitClasses.test(readFileSync(file, 'utf8')))

  expect(withKitClasses).toContain('components/ui/button-class.ts')
  expect(withKitClasses.filter((file) => !file.startsWith('components/ui/'))).toEqual([])
})
