/**
 * The pictures of the sample paper: JPEG files beside this list.
 * `focal` is the point that must survive a crop, in fractions of width and height.
 */
export const pictures = {
  'river-boats': {
    alt: 'ভোরের নদীতে পাল তোলা নৌকা',
    caption: 'ভোরের কুয়াশায় নদীতে মাছ ধরার নৌকা',
    focal: [0.35, 0.55],
  },
  'flooded-village': {
    alt: 'বন্যার পানিতে ডুবে থাকা গ্রামের টিনের ঘর',
    caption: 'পানিতে তলিয়ে আছে চরের বসতভিটা',
    focal: [0.5, 0.5],
  },
  'rice-field': { alt: 'সোনালি ধানখেত ও তালগাছ', caption: 'পাকা ধানে ভরে উঠেছে মাঠ', focal: [0.6, 0.4] },
  'dhaka-skyline': {
    alt: 'সন্ধ্যায় ঢাকার উঁচু ভবনের সারি',
    caption: 'সন্ধ্যার আলোয় রাজধানী',
    focal: [0.5, 0.5],
  },
  'metro-train': { alt: 'উড়ালপথে মেট্রোরেল', caption: 'উড়ালপথে ছুটছে মেট্রোরেল', focal: [0.6, 0.5] },
  'assembly-hall': {
    alt: 'লেকের ধারে জ্যামিতিক স্থাপত্যের সভাভবন',
    caption: 'সভাভবনের সামনে লেকের পানিতে ছায়া',
    focal: [0.5, 0.45],
  },
  'rickshaw-street': {
    alt: 'রঙিন রিকশায় ভরা রাস্তা',
    caption: 'রিকশার ভিড়ে থমকে থাকা সড়ক',
    focal: [0.45, 0.6],
  },
  'cricket-ground': {
    alt: 'ফ্লাডলাইটে আলোকিত ক্রিকেট মাঠ',
    caption: 'রাতের আলোয় মাঠ',
    focal: [0.5, 0.55],
  },
  'football-girls': {
    alt: 'মাঠে বল নিয়ে ছুটছেন নারী ফুটবলাররা',
    caption: 'অনুশীলনে নারী ফুটবল দল',
    focal: [0.4, 0.6],
  },
  'container-port': {
    alt: 'বন্দরে সারি সারি কনটেইনার ও ক্রেন',
    caption: 'বন্দরে কনটেইনার খালাসের অপেক্ষা',
    focal: [0.6, 0.5],
  },
  'garment-line': {
    alt: 'পোশাক কারখানায় সেলাই মেশিনের সারি',
    caption: 'পোশাক কারখানায় কাজের ব্যস্ততা',
    focal: [0.5, 0.5],
  },
  'vegetable-market': {
    alt: 'সবজির দোকানে নানা রঙের সবজি',
    caption: 'কাঁচাবাজারে শীতের সবজি',
    focal: [0.5, 0.6],
  },
  'sundarbans-creek': {
    alt: 'সুন্দরবনের খাল ও গোলপাতা',
    caption: 'জোয়ারের সময় সুন্দরবনের খাল',
    focal: [0.5, 0.5],
  },
  'hill-valley': { alt: 'মেঘে ঢাকা পাহাড়ের ঢাল', caption: 'পাহাড়ে মেঘের ভেলা', focal: [0.5, 0.4] },
  'sea-beach': { alt: 'সূর্যাস্তে সমুদ্রসৈকত', caption: 'সৈকতে সূর্যাস্ত', focal: [0.6, 0.45] },
  'tea-garden': { alt: 'সারি সারি চা-গাছের বাগান', caption: 'চা-বাগানে পাতা তোলার সময়', focal: [0.4, 0.6] },
  'mosque-dusk': {
    alt: 'গোধূলিতে মসজিদের গম্বুজ ও মিনার',
    caption: 'গোধূলির আলোয় মসজিদ',
    focal: [0.5, 0.45],
  },
  'temple-lamps': {
    alt: 'প্রদীপের আলোয় মন্দিরের সিঁড়ি',
    caption: 'প্রদীপ জ্বালানোর উৎসব',
    focal: [0.5, 0.6],
  },
  'school-classroom': { alt: 'শ্রেণিকক্ষে বেঞ্চ ও ব্ল্যাকবোর্ড', caption: 'শ্রেণিকক্ষ', focal: [0.5, 0.4] },
  'book-fair': { alt: 'বইয়ের স্টলে সাজানো বই', caption: 'বইমেলায় নতুন বই', focal: [0.5, 0.5] },
  'hospital-ward': {
    alt: 'হাসপাতালের ওয়ার্ডে মশারি টাঙানো শয্যা',
    caption: 'হাসপাতালের ওয়ার্ড',
    focal: [0.4, 0.5],
  },
  'mobile-phone': {
    alt: 'হাতে ধরা মোবাইল ফোনের পর্দা',
    caption: 'মোবাইল ফোনে ইন্টারনেট',
    focal: [0.5, 0.5],
  },
  'server-room': { alt: 'তথ্যকেন্দ্রে সার্ভারের সারি', caption: 'তথ্যকেন্দ্রের ভেতর', focal: [0.5, 0.5] },
  'film-set': { alt: 'ক্যামেরা ও আলোয় সাজানো শুটিং সেট', caption: 'শুটিংয়ের প্রস্তুতি', focal: [0.4, 0.5] },
  'baul-stage': { alt: 'একতারা হাতে বাউলশিল্পী', caption: 'গানের আসরে বাউল', focal: [0.5, 0.45] },
  'un-chamber': {
    alt: 'আন্তর্জাতিক সম্মেলনকক্ষে গোল টেবিল',
    caption: 'আন্তর্জাতিক সম্মেলনকক্ষ',
    focal: [0.5, 0.5],
  },
  'desert-road': { alt: 'মরুভূমির মধ্য দিয়ে যাওয়া রাস্তা', caption: 'মরুভূমির পথ', focal: [0.5, 0.6] },
  'storm-coast': { alt: 'ঝোড়ো হাওয়ায় নুয়ে পড়া নারকেলগাছ', caption: 'উপকূলে ঝড়ের আগে', focal: [0.4, 0.5] },
  'winter-fog': {
    alt: 'কুয়াশায় ঢাকা গ্রামের পথ ও খেজুরগাছ',
    caption: 'শীতের কুয়াশায় গ্রামের পথ',
    focal: [0.4, 0.5],
  },
  'stock-board': { alt: 'শেয়ারবাজারের সূচকের রেখাচিত্র', caption: 'সূচকের ওঠানামা', focal: [0.5, 0.5] },
  'bank-notes': { alt: 'গোনা টাকার নোটের বান্ডিল', caption: 'নগদ টাকা', focal: [0.5, 0.5] },
  'pitha-plate': { alt: 'থালায় সাজানো শীতের পিঠা', caption: 'শীতের পিঠা', focal: [0.5, 0.5] },
  'bus-terminal': {
    alt: 'টার্মিনালে দাঁড়ানো দূরপাল্লার বাস',
    caption: 'বাস টার্মিনালে যাত্রীর অপেক্ষা',
    focal: [0.5, 0.55],
  },
  'night-sky': { alt: 'তারাভরা আকাশের নিচে দূরবীন', caption: 'রাতের আকাশ', focal: [0.6, 0.4] },
  'court-building': { alt: 'স্তম্ভওয়ালা সাদা আদালত ভবন', caption: 'আদালত প্রাঙ্গণ', focal: [0.5, 0.5] },
  'ballot-box': { alt: 'ব্যালট বাক্সে ভোট দেওয়ার হাত', caption: 'ভোট গ্রহণ', focal: [0.5, 0.5] },
} as const satisfies Record<
  string,
  { alt: string; caption: string; focal: readonly [number, number] }
>

export type PictureKey = keyof typeof pictures
