/**
 * The SutonnyMJ (Bijoy, ANSI) layout: which Bengali glyph each Windows-1252 character draws.
 *
 * Source: the layout as Dhaka's dailies set it, checked against pages of theirs from 2012 to 2023. Where older
 * tables differ we follow the printed pages: `ø` is ্ল (mswkøó = সংশ্লিষ্ট, not স্ন), `²` is ক্ষ্ম (j²xcyi =
 * লক্ষ্মীপুর, not ক্ষ্ণ), `Í` is ্ত (iv¯Ív = রাস্তা, not ত্ম), `è` is ্ণ (Acivnè = অপরাহ্ণ).
 *
 * Each entry is the Bijoy character followed by what it draws; entries are separated by a space.
 */
const table = (entries: string) =>
  new Map(entries.split(' ').map((entry) => [entry.charAt(0), entry.slice(1).normalize('NFC')]))

/** Consonants and ready-made clusters. `¸ ï û ü` carry their vowel sign with them. */
export const BASES = table(
  'Kক Lখ Mগ Nঘ Oঙ Pচ Qছ Rজ Sঝ Tঞ Uট Vঠ Wড Xঢ Yণ Zত _থ `দ aধ bন cপ dফ eব fভ gম hয iর jল kশ lষ mস nহ oড় pঢ় qয় ' +
    '°ক্ক ±ক্ট ²ক্ষ্ম ³ক্ত ´ক্ম µক্র ¶ক্ষ ÿক্ষ ·ক্স ¸গু ¹গ্গ ºগ্দ »গ্ধ ¼ঙ্ক ½ঙ্গ ¾জ্জ Àজ্ঝ Áজ্ঞ Âঞ্চ Ãঞ্ছ Äঞ্জ Åঞ্ঝ ' +
    'Æট্ট Çড্ড Èণ্ট Éণ্ঠ Êণ্ড Ðণ্ড Ëত্ত Ìত্থ Îত্র Ïদ্দ ×দ্ধ Øদ্ব Ùদ্ম Úন্ঠ Ûন্ড Üন্ধ Ýন্স Þপ্ট ßপ্ত àপ্প áপ্স âব্জ ' +
    'ãব্দ äব্ধ åভ্র çম্ফ éল্ক êল্গ ëল্ট ìল্ড íল্প îল্ফ ïশু ðশ্চ ñশ্ছ òষ্ণ óষ্ট ôষ্ঠ õষ্ফ öস্খ ÷স্ট ùস্ফ ûহু üহৃ ýহ্ন þহ্ম',
)

/** First halves, followed by a consonant. */
export const HALVES = table('¯স্ ®ষ্ ¤ম্ šন্ ›ন্ ˜দ্ ™দ্ ”চ্ •ঙ্')

/** Second halves: they belong to the consonant before, even after a vowel sign. */
export const TAILS = table(
  '¨্য ª্র «্র Ö্র ¡্ব ¦্ব Ÿ্ব ^্ব ¢্ভ £্ভ্র ¥্ম §্ম ¬্ল \u00ad্ল ø্ল œ্ন è্ণ ú্প ‹্ক Œ্ক্র —্ত Í্ত ‘্তু ’্থ ¿্ত্র',
)

/** Vowel signs drawn after the consonant. */
export const SIGNS = table('vা xী yু zু æু “ু –ু ~ূ ƒূ ‚ূ „ৃ …ৃ Šৗ')

/** Vowel signs drawn, and therefore typed, before the consonant. */
export const PRE_SIGNS = table('wি †ে ‡ে ˆৈ ‰ৈ')

export const VOWELS = table('Aঅ Bই Cঈ Dউ Eঊ Fঋ Gএ Hঐ Iও Jঔ')

/** ৎ and the marks that close a syllable; `u` (ঁ) is not here, it belongs inside one. */
export const MARKS = table('rৎ sং tঃ')

/** Characters between words: digits, danda, taka, and the quotes and dash that Bijoy encodes as Latin letters. */
export const OTHERS = table('0০ 1১ 2২ 3৩ 4৪ 5৫ 6৬ 7৭ 8৮ 9৯ |। $৳ Ô‘ Õ’ Ò“ Ó” Ñ—')

/** Windows-1252 at 0x80-0x9F: some programs pass these bytes on as control characters. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Punctuation that is a glyph only beside the right neighbour: `’` draws ্থ after `š` or `¯` (my¯’ = সুস্থ) and
 * is an apostrophe everywhere else (don’t). A match here is not Bijoy.
 */
export const STRAY_PUNCTUATION =
  /(?<![š¯])[‘’—]|(?<![iª«Ö‹])“|(?<![‹ª«Ö])–|(?<![¯®•])[‹Œ]|(?<![\p{L}`_¡-þ‹š—’])[…„‚]|…(?![\p{L}`_†‡¤-þ])|”(?![PQT])|•(?![KLNg¶ÿ])|›(?![UVWX`Ø])|š(?![—‘’¿^Í¡])|®(?![‹Œú§KUVcdg¡¨^])|[™˜](?![¢^eMNf¡¨])/u

/** Letters that close or continue a Bengali word and never begin one. */
export const NEVER_FIRST = /^[ংঃঁৎঙঞণ়ািীুূৃেৈ]|^[ডঢয]়/
/** Spellings that Bengali does not have: a vowel inside a word that only begins one, visarga before most letters. */
export const UNLIKELY =
  /.[ঈঊঋঐঔ]|[ইউঅ]{3}|[ক-হ]{7}|ঃ(?![কখপফসশ]|$)|ৎ[ধনযরলহ]|ঢ়[^\u09be-\u09cc]|ং[ংঃঅ-ঔ]/

/** Characters of addresses, code and markup that no Bijoy word has; and UTF-8 read as Windows-1252 (â€™, à¦¬). */
export const NEVER_BIJOY =
  /[@#<>{}=+%*\\]|:\/\/|^www\.|\w\.(?:com|net|org|info|news|tv|bd|in|gov|edu)\b|^`[ -~…]*`$|[^ -~¡-ÿ‚-„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸƒ]|[ÂÃ][\u00a0-\u00bf]|â€|à[¦§]/u
/** Pairs of letters no English word has; in Bijoy they are ordinary (gv = মা, Kv = কা, nq = হয়, wb = নি). */
export const ALIEN =
  /v(?![aeiouyrs])|vs.|(?:^|[^aeioulrndyb])v|^w(?![aehiory])|[^\Waeioustdkwyl]w(?![aeiory])|q(?![aeioubm]|$)|[^\Waeiou]q$|j(?![aeiou])|[^\Waeioulrdntzyks]z|[BCDFGHJKMPQSTVWZbcdfghjkmpqstwz]x|[RZ]x.|[`_]|\p{Ll}\p{Lu}/u
const EUROPEAN_PART = '(?:[A-ZÀ-ÖØ-ÞŠŒŸ]?[a-zß-öø-ÿœšƒ]+|[A-ZÀ-ÖØ-ÞŠŒŸ]+)'
/** A word written as European languages write: lower case, an initial capital, or all capitals; signs only at its ends. */
export const EUROPEAN = new RegExp(
  `^[°±µ£¥¢§©¿¡«½¼¾•†‡¹]*${EUROPEAN_PART}(?:[-’']${EUROPEAN_PART})*[²³°ºª™®©†‡¹»…]*$`,
  'u',
)
/** What parts words and units that are written without a blank (µg/m³, Pelé/Zico, café.com); no Bijoy word has it inside. */
export const EUROPEAN_SEPARATORS = /[/,()|.@:;&]+/

/** Could be an English word, name or initialism: among Bijoy words it is left to an editor. */
export const ENGLISH_SHAPE = /^(?:(?:[A-Z]?[a-z]*[aeiouy][a-z]*|[A-Z]{1,6})(?:[-/.’'&]|$))+$/
export const HIGH = /[^ -~]/
/** Opening and closing punctuation that is not the word's own: my¯’ keeps its ’, ‘Avgvi’ does not. */
export const LEAD = /^(?:[-([{"'“‘’—–…„«/,.;:!?ÔÒÑ]|”(?![PQT]))+/
export const TRAIL = /(?:[-)\]}"',.;:!?/”…»ÕÓÔÒÑ|]|(?<![š¯])[’—]|(?<![iª«Ö‹])[“–])+$/

/**
 * Common words whose Bijoy spelling is plain ASCII, so that only the word itself shows that it is Bijoy:
 * আমি, আমার, এবং, সরকার, ঢাকা ...
 */
export const COMMON_WORDS = new Set(
  (
    'Avwg Avgvi Avgiv Zvi Zuvi Zviv wZwb GB GKB GKwU GK Ges I G Gi bv wK Kiv evsjv w`b `yB miKvi XvKv Avi AviI me gvbyl mgq K_v KvR eQi ' +
    'UvKv wQj wKQz Lei cywjk RvZxq gvgjv kni MZ mKj ivZ ci Dci `vwe mfv weGbwc AvIqvgx jxM evwo GLb Ggb KviY ivRavbx eo eB ev'
  ).split(' '),
)
