import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the headline font must set: the letters of Bengali news and their joined forms. The joined forms are those of
 * the usual inventories of the script, of the news stories the project is tried on, and of names from other languages
 * (র্ল্ড, ক্স্ট, স্ক্র). One that is not here is still read, its letters side by side with a hasanta between them.
 */
export const consonants = 'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ'
export const dotted = ['ড়', 'ঢ়', 'য়']
export const vowels = 'অআইঈউঊঋএঐওঔ'
/** Signs that stand around a letter or a joined form. */
export const vowelSigns = ['', 'া', 'ি', 'ী', 'ু', 'ূ', 'ৃ', 'ে', 'ৈ', 'ো', 'ৌ']
export const reph = 'র্'
export const phalas = ['্য', '্র']
export const finalSigns = ['ঁ', 'ং', 'ঃ']
export const others = ['ৎ', '০১২৩৪৫৬৭৮৯', '৳', '।', '॥', 'অ্যা', 'এ্যা', 'র\u200d্য', 'উদ্\u200cঘাটন']

/** Joined forms by their first letter; reph (র্) before and the phalas (্য ্র) after others are added by rule. */
export const conjuncts = readFileSync(join(import.meta.dirname, 'conjuncts.txt'), 'utf8')
  .trim()
  .split(/\s+/)

/** Latin letters and digits stand in a second file that only they fetch; these marks stand with the Bengali letters. */
export const marks = ' \u00a0!%()*+,-./:;=?[]–—‘’“”…·×'

/** The second file: what a headline that names BRAC or G20 needs. */
export const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&@#$€£'
