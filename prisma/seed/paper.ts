/** The sample paper itself. Its numbers and addresses are plainly samples. */
export const paper = {
  name: 'দৈনিক',
  tagline: 'প্রতিদিনের খবর, সহজ বাংলায়',
  editor: 'সালমা খাতুন',
  publisher: 'দৈনিক প্রকাশনী',
  address: '১২/ক নমুনা সড়ক, ঢাকা ১২০০',
  phone: '০২-০০০০০০০',
  email: 'newsroom@example.com',
  pictureCredit: 'দৈনিক অলংকরণ',
}

/** The desks of the sample paper, in the order of the masthead; `parent` makes a subcategory. */
export const categories = [
  { slug: 'national', name: 'জাতীয়' },
  { slug: 'politics', name: 'রাজনীতি' },
  { slug: 'country', name: 'সারাদেশ' },
  { slug: 'dhaka', name: 'ঢাকা', parent: 'country' },
  { slug: 'chattogram', name: 'চট্টগ্রাম', parent: 'country' },
  { slug: 'rangpur', name: 'রংপুর', parent: 'country' },
  { slug: 'khulna', name: 'খুলনা', parent: 'country' },
  { slug: 'international', name: 'আন্তর্জাতিক' },
  { slug: 'economy', name: 'অর্থনীতি' },
  { slug: 'agriculture', name: 'কৃষি', parent: 'economy' },
  { slug: 'share-market', name: 'শেয়ারবাজার', parent: 'economy' },
  { slug: 'sports', name: 'খেলাধুলা' },
  { slug: 'cricket', name: 'ক্রিকেট', parent: 'sports' },
  { slug: 'football', name: 'ফুটবল', parent: 'sports' },
  { slug: 'entertainment', name: 'বিনোদন' },
  { slug: 'technology', name: 'প্রযুক্তি' },
  { slug: 'education', name: 'শিক্ষা' },
  { slug: 'health', name: 'স্বাস্থ্য' },
  { slug: 'opinion', name: 'মতামত' },
  { slug: 'religion', name: 'ধর্ম' },
  { slug: 'lifestyle', name: 'জীবনযাপন' },
] as const

export const contributors = [
  { slug: 'staff-reporter', name: 'নিজস্ব প্রতিবেদক', kind: 'desk' },
  { slug: 'news-desk', name: 'দৈনিক ডেস্ক', kind: 'desk' },
  { slug: 'international-desk', name: 'আন্তর্জাতিক ডেস্ক', kind: 'desk' },
  { slug: 'sports-desk', name: 'ক্রীড়া প্রতিবেদক', kind: 'desk' },
  { slug: 'rahnuma-sharmin', name: 'রাহনুমা শারমিন', kind: 'person' },
  { slug: 'tanvir-alam', name: 'তানভীর আলম', kind: 'person' },
  { slug: 'shirin-akter', name: 'শিরিন আক্তার', kind: 'person' },
  { slug: 'arif-mahmud', name: 'আরিফ মাহমুদ', kind: 'person' },
  { slug: 'nandita-chakma', name: 'নন্দিতা চাকমা', kind: 'person' },
  { slug: 'sumon-barua', name: 'সুমন বড়ুয়া', kind: 'person' },
  { slug: 'mousumi-das', name: 'মৌসুমী দাশ', kind: 'person' },
  { slug: 'imtiaz-chowdhury', name: 'ইমতিয়াজ চৌধুরী', kind: 'person' },
] as const

export const sources = [
  { slug: 'bss', name: 'বাসস' },
  { slug: 'unb', name: 'ইউএনবি' },
  { slug: 'reuters', name: 'রয়টার্স' },
  { slug: 'afp', name: 'এএফপি' },
  { slug: 'bbc', name: 'বিবিসি' },
] as const

export const topics = [
  { slug: 'flood', name: 'বন্যা' },
  { slug: 'budget', name: 'বাজেট' },
  { slug: 'climate', name: 'জলবায়ু' },
  { slug: 'metro-rail', name: 'মেট্রোরেল' },
  { slug: 'rice', name: 'ধান ও চাল' },
  { slug: 'dengue', name: 'ডেঙ্গু' },
  { slug: 'mobile-internet', name: 'মোবাইল ইন্টারনেট' },
  { slug: 'sundarbans', name: 'সুন্দরবন' },
  { slug: 'women-football', name: 'নারী ফুটবল' },
  { slug: 'admission', name: 'ভর্তি পরীক্ষা' },
  { slug: 'bengali-language', name: 'বাংলা ভাষা' },
  { slug: 'remittance', name: 'প্রবাসী আয়' },
  { slug: 'local-government', name: 'স্থানীয় সরকার' },
  { slug: 'ramadan', name: 'রমজান' },
  { slug: 'traffic', name: 'যানজট' },
] as const

export type CategorySlug = (typeof categories)[number]['slug']
export type ContributorSlug = (typeof contributors)[number]['slug']
export type SourceSlug = (typeof sources)[number]['slug']
export type TopicSlug = (typeof topics)[number]['slug']
