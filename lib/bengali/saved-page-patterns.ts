/**
 * The words between the parts of a Bengali paper's article page, as patterns over text that has passed the gate.
 * Seen on a page of May 2024; spellings with and without a blank before the colon both occur.
 */
export const savedPagePatterns = {
  /** A line with a publication stamp: a clock time with এএম/পিএম or AM/PM, or a label and a date. */
  stamp: /\p{Nd}{1,2}:\p{Nd}{2}\s*(?:এএম|পিএম|[AaPp]\.?[Mm]\.?)/u,
  betweenStamps: /\s*[|।]\s*(?=\s*(?:আপডেট|হালনাগাদ|সংশোধিত))/u,
  stampLabel: /^(?:প্রকাশিত|প্রকাশ|আপডেট|হালনাগাদ|সংশোধিত)\s*[::]?\s*/u,
  category: /^বিভাগ\s*[::]\s*(?=\S)/u,
  moreInCategory: /^এই বিভাগের আরও?(?:ো)?\s*(?:খবর|সংবাদ)?$/u,
  readMore: /^আর(?:ও|ো) পড়ুন\s*:?$/u,
  /** Lines of the lists that are no headline. */
  boilerplate: /^(?:আর(?:ও|ো)|সব খবর|মন্তব্য করুন|HTML Comment Box is loading comments\.*)$/u,
  source: /(?:^|\s)সূত্র\s*[::]\s*(?<name>[^।:]+?)\s*।?$/u,
  /** The paper's name in Latin before a byline. */
  latinPrefix: /^(?:[A-Za-z0-9.'’&-]+\s+)+(?=\P{Script=Latin})/u,
  betweenNames: /\s*[,;]\s*|\s+ও\s+/u,
  /** How a byline that is a desk and not a person ends. */
  desk: /(?:ডেস্ক|প্রতিবেদক|প্রতিনিধি|সংবাদদাতা|ব্যুরো|রিপোর্ট|রিপোর্টার)$/u,
}

/** The category of imported stories without a known one. */
export const otherCategory = { slug: 'other', name: 'অন্যান্য' }
