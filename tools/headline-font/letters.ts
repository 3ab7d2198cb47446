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
export const conjuncts = `
ক্ক ক্ট ক্ট্র ক্ত ক্ত্র ক্ন ক্ব ক্ম ক্য ক্র ক্র্য ক্ল ক্ল্য ক্ষ ক্ষ্ণ ক্ষ্ব ক্ষ্ম ক্ষ্ম্য ক্ষ্য ক্স ক্স্ট ক্স্প
খ্য খ্র খ্ব
গ্গ গ্ণ গ্দ গ্ধ গ্ধ্য গ্ধ্র গ্ন গ্ন্য গ্ব গ্ম গ্য গ্র গ্র্য গ্ল
ঘ্ন ঘ্য ঘ্র
ঙ্ক ঙ্ক্ত ঙ্ক্য ঙ্ক্র ঙ্ক্ষ ঙ্খ ঙ্খ্য ঙ্গ ঙ্গ্য ঙ্গ্র ঙ্গ্ল ঙ্ঘ ঙ্ঘ্য ঙ্ঘ্র ঙ্ম
চ্চ চ্ছ চ্ছ্ব চ্ছ্র চ্ঞ চ্ব চ্য
জ্জ জ্জ্ব জ্ঝ জ্ঞ জ্ব জ্য জ্র
ঞ্চ ঞ্ছ ঞ্জ ঞ্ঝ
ট্ট ট্ব ট্ম ট্য ট্র ট্র্য ট্ল ট্স
ঠ্য ঠ্র
ড্গ ড্ড ড্ব ড্ম ড্য ড্র ড্র্য ড়্গ ঢ্য ঢ্র
ণ্ট ণ্ঠ ণ্ঠ্য ণ্ড ণ্ড্য ণ্ড্র ণ্ঢ ণ্ণ ণ্ব ণ্ম ণ্য
ত্ক ত্ক্ষ ত্জ ত্ত ত্ত্ব ত্ত্য ত্ত্র ত্থ ত্ন ত্প ত্ব ত্ম ত্ম্য ত্য ত্র ত্র্য ত্ল ত্স
থ্ব থ্ম থ্য থ্র থ্ল
দ্গ দ্ঘ দ্দ দ্দ্ব দ্ধ দ্ধ্য দ্ন দ্ব দ্ব্য দ্ভ দ্ভ্র দ্ম দ্য দ্র দ্র্য
ধ্ন ধ্ব ধ্ম ধ্য ধ্র
ন্ক ন্জ ন্ট ন্ট্য ন্ট্র ন্ঠ ন্ড ন্ড্য ন্ড্র ন্ঢ ন্ত ন্ত় ন্ত্ব ন্ত্য ন্ত্র ন্ত্র্য ন্থ ন্থ্র ন্দ ন্দ্ব ন্দ্য ন্দ্র ন্ধ ন্ধ্য ন্ধ্র
ন্ন ন্ন্য ন্ব ন্ম ন্য ন্স ন্স্ট ন্স্ক ন্স্প
প্ট প্ত প্ত্য প্ন প্প প্ম প্য প্র প্র্য প্ল প্ল্য প্স
ফ্ট ফ্য ফ্র ফ্র্য ফ্ল ফ্ল্য
ব্জ ব্দ ব্ধ ব্ব ব্য ব্র ব্র্য ব্ল ব্ল্য
ভ্ব ভ্য ভ্র ভ্র্য ভ্ল
ম্ত ম্থ ম্দ ম্ন ম্প ম্প্য ম্প্র ম্প্ল ম্ফ ম্ব ম্ব্য ম্ব্র ম্ব্ল ম্ভ ম্ভ্র ম্ম ম্য ম্র ম্ল ম্স
য্য য়্য
র্য র্র
ল্ক ল্ক্য ল্ক্স ল্গ ল্জ ল্ট ল্ট্র ল্ড ল্ড্র ল্ত ল্দ ল্ধ ল্প ল্ফ ল্ব ল্ভ ল্ম ল্য ল্র ল্ল ল্স
শ্চ শ্ছ শ্ট শ্ত শ্ন শ্ব শ্ম শ্য শ্র শ্ল
ষ্ক ষ্ক্র ষ্ট ষ্ট্য ষ্ট্র ষ্ঠ ষ্ঠ্য ষ্ণ ষ্ণ্য ষ্প ষ্প্র ষ্ফ ষ্ব ষ্ম ষ্য
স্ক স্ক্য স্ক্র স্ক্ল স্খ স্চ স্ট স্ট্য স্ট্র স্ড স্ত স্ত্ব স্ত্য স্ত্র স্থ স্থ্য স্ন স্প স্প্য স্প্র স্প্ল স্ফ স্ব
স্ম স্ম্য স্য স্র স্ল স্ল্য
হ্ণ হ্ন হ্ব হ্ম হ্য হ্র হ্ল হ্ল্য
`
  .trim()
  .split(/\s+/)

/** Latin letters and digits stand in a second file that only they fetch; these marks stand with the Bengali letters. */
export const marks = ' \u00a0!%()*+,-./:;=?[]–—‘’“”…·×'

/** The second file: what a headline that names BRAC or G20 needs. */
export const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789&@#$€£'
