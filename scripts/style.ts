import { readFile } from 'node:fs/promises'
import { convertBijoy } from '../lib/bengali/bijoy/bijoy'
import { checkStyle } from '../lib/bengali/house-style/house-style'
import { normalizeText } from '../lib/bengali/text/normalize'
import { runMain } from '../tools/process/run-main'
import { info } from '../tools/terminal/terminal'

/** `npm run style -- FILE…`: what the house style has to say of a text, line by line, after the gate. */
runMain(import.meta.url, async () => {
  let findings = 0
  for (const file of process.argv.slice(2)) {
    const lines = (await readFile(file, 'utf8')).split(/\r\n|\r|\n/)
    for (const [index, raw] of lines.entries()) {
      const line = normalizeText(convertBijoy(raw).text)
      for (const { start, end, rule, message = rule, suggestion } of checkStyle(line)) {
        findings += 1
        const better = suggestion === null ? '' : ` → “${suggestion}”`
        info(`${file}:${index + 1}:${start + 1}: “${line.slice(start, end)}”${better} (${message})`)
      }
    }
  }
  info(`${findings} findings`)
  return findings > 0 ? 1 : 0
})
