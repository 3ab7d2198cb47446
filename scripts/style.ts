import { readFile } from 'node:fs/promises'
import { convertBijoy } from '../lib/bengali/bijoy'
import { checkStyle } from '../lib/bengali/house-style'
import { normalizeText } from '../lib/bengali/text'
import { program } from './interrupt'
import { say } from './terminal'

/** `npm run style -- FILE…`: what the house style has to say of a text, line by line, after the gate. */
program(import.meta.url, async () => {
  let findings = 0
  for (const file of process.argv.slice(2)) {
    const lines = (await readFile(file, 'utf8')).split(/\r\n|\r|\n/)
    for (const [index, raw] of lines.entries()) {
      const line = normalizeText(convertBijoy(raw).text)
      for (const { start, end, rule, message = rule, suggestion } of checkStyle(line)) {
        findings += 1
        const better = suggestion === null ? '' : ` → “${suggestion}”`
        say(`${file}:${index + 1}:${start + 1}: “${line.slice(start, end)}”${better} (${message})`)
      }
    }
  }
  say(`${findings} findings`)
  return findings > 0 ? 1 : 0
})
