/**
 * Names and news words with the Latin spellings readers type, and Latin words that must not find a
 * Bengali one, for measuring `romanKeys`. Written before the scheme was tuned; split by the Bengali
 * word, so that all spellings of one name are on the same side.
 */

import { partOf } from './part'
import type { Labelled } from './score'

/** Bengali, then its Latin spellings. */
const MEET = `
পুতিন | putin, pootin
ঢাকা | dhaka, daka
শেখ হাসিনা | sheikh hasina, shekh hasina, sheik hasina
বিএনপি | BNP
খালেদা জিয়া | khaleda zia, khaleda jia
তারেক রহমান | tarek rahman, tareq rahman, tarique rahman
মুহাম্মদ ইউনূস | muhammad yunus
ফখরুল | fakhrul, fokhrul
ওবায়দুল কাদের | obaidul quader, obaidul kader
সাকিব আল হাসান | sakib al hasan, shakib al hasan
তামিম ইকবাল | tamim iqbal
মুশফিকুর রহিম | mushfiqur rahim
মাহমুদউল্লাহ | mahmudullah
মাশরাফি | mashrafe, mashrafi
মুস্তাফিজুর | mustafizur
লিটন দাস | liton das, litton das
চট্টগ্রাম | chattogram, chottogram
সিলেট | sylhet, silet
রাজশাহী | rajshahi
খুলনা | khulna
বরিশাল | barishal, barisal, borishal
রংপুর | rangpur, rongpur
ময়মনসিংহ | mymensingh, moymonsingh
কুমিল্লা | comilla, cumilla, kumilla
নোয়াখালী | noakhali
ফেনী | feni
গাজীপুর | gazipur, gajipur
নারায়ণগঞ্জ | narayanganj, narayangonj
টাঙ্গাইল | tangail
যশোর | jashore, jessore, joshor
কুষ্টিয়া | kushtia, kustia
বগুড়া | bogura, bogra
পাবনা | pabna
দিনাজপুর | dinajpur
ফরিদপুর | faridpur
গোপালগঞ্জ | gopalganj
মাদারীপুর | madaripur
কক্সবাজার | coxs bazar, cox's bazar
বান্দরবান | bandarban
রাঙ্গামাটি | rangamati
খাগড়াছড়ি | khagrachhari, khagrachari
সুন্দরবন | sundarban, sundorbon
মিরপুর | mirpur
গুলশান | gulshan
ধানমন্ডি | dhanmondi
উত্তরা | uttara
মতিঝিল | motijheel, motijhil
শাহবাগ | shahbag, shahbagh
মোহাম্মদপুর | mohammadpur
যাত্রাবাড়ী | jatrabari
সাভার | savar
পদ্মা | padma
যমুনা | jamuna
মেঘনা | meghna
তিস্তা | teesta, tista
বুড়িগঙ্গা | buriganga
কর্ণফুলী | karnaphuli, karnafuli
বাংলাদেশ | bangladesh
কলকাতা | kolkata
দিল্লি | delhi, dilli
মুম্বাই | mumbai
পাকিস্তান | pakistan
ইসলামাবাদ | islamabad
ইরান | iran
তেহরান | tehran
ইরাক | iraq
সৌদি আরব | saudi arab
কাতার | qatar
দুবাই | dubai
মালয়েশিয়া | malaysia
ইন্দোনেশিয়া | indonesia
নেপাল | nepal
শ্রীলঙ্কা | sri lanka, srilanka
আফগানিস্তান | afghanistan
রাশিয়া | russia, rashia
ইউক্রেন | ukraine
আমেরিকা | america
লন্ডন | london
গাজা | gaza
ইসরায়েল | israel, israyel
হামাস | hamas
ফিলিস্তিন | filistin, philistin
জাপান | japan
বেইজিং | beijing
মিয়ানমার | myanmar
আরাকান | arakan
রোহিঙ্গা | rohingya, rohinga
ট্রাম্প | trump
ডোনাল্ড ট্রাম্প | donald trump
বাইডেন | biden
মোদি | modi
নরেন্দ্র মোদি | narendra modi
মমতা ব্যানার্জি | mamata banerjee, mamata banerji
রাহুল গান্ধী | rahul gandhi
ইমরান খান | imran khan
জেলেনস্কি | zelensky, zelenskyy
নেতানিয়াহু | netanyahu
মেসি | messi
নেইমার | neymar
রোনালদো | ronaldo
এমবাপ্পে | mbappe
শাহরুখ খান | shah rukh khan, shahrukh khan
সালমান খান | salman khan
শাকিব খান | shakib khan
অপু বিশ্বাস | apu biswas, opu biswas
জয়া আহসান | jaya ahsan, joya ahsan
পরীমনি | pori moni, porimoni
হুমায়ূন আহমেদ | humayun ahmed
রবীন্দ্রনাথ ঠাকুর | rabindranath thakur, robindronath thakur
নজরুল ইসলাম | nazrul islam, nojrul islam
বঙ্গবন্ধু | bangabandhu, bongobondhu
মুজিবুর রহমান | mujibur rahman
জিয়াউর রহমান | ziaur rahman
এরশাদ | ershad
তাজউদ্দীন | tajuddin
আবদুল হামিদ | abdul hamid
সাহাবুদ্দিন | shahabuddin, sahabuddin
আসাদুজ্জামান | asaduzzaman
আনিসুল হক | anisul huq, anisul haque, anisul hoq
করিম | karim, korim
রহিম | rahim, rohim
জাহাঙ্গীর | jahangir
আলমগীর | alamgir
নাসির | nasir
সোহেল | sohel
শফিক | shafiq, shofik
রফিকুল | rafiqul
শরীফ | sharif
মাহফুজ | mahfuz, mahfuj
নাহিদ ইসলাম | nahid islam
আসিফ মাহমুদ | asif mahmud
হাসনাত | hasnat
ফারুকী | faruki, farooki, farooqui
চৌধুরী | chowdhury, choudhury, chaudhuri
সিদ্দিকী | siddiqui, siddiki
ভূঁইয়া | bhuiyan, bhuiya
মজুমদার | majumdar, mojumder
তালুকদার | talukdar
সরকার | sarkar, sorkar, sarker
মণ্ডল | mondal, mandal
ঘোষ | ghosh
চক্রবর্তী | chakraborty, chakrabarti
মুখার্জি | mukherjee
আওয়ামী লীগ | awami league, awami lig
জামায়াত | jamaat, jamayat
ছাত্রলীগ | chhatra league, chatra league
ছাত্রদল | chhatradal, chatradal
হেফাজত | hefazat, hefajat
এনসিপি | NCP
র‍্যাব | RAB
বিজিবি | BGB
ডিএমপি | DMP
বিসিবি | BCB
আইসিসি | ICC
এনবিআর | NBR
টিআইবি | TIB
বুয়েট | BUET
জাতিসংঘ | jatisangha, jatisongho
নির্বাচন | nirbachon, nirbachan
প্রধানমন্ত্রী | prodhanmontri, pradhanmantri
সংসদ | sangsad, songsod
হরতাল | hartal, hortal
অবরোধ | oborodh, abarodh
মামলা | mamla
আদালত | adalat, adalot
পুলিশ | police, pulish
ক্রিকেট | cricket
ফুটবল | football
বিশ্বকাপ | bishwakap, bishwokap
ফেসবুক | facebook
গুগল | google
ইউটিউব | youtube
করোনা | corona, korona
ডেঙ্গু | dengue, dengu
ইলিশ | ilish, hilsa
বৈশাখ | boishakh, baishakh
ঈদ | eid, id
রমজান | ramzan, ramjan, romjan
পূজা | puja, pooja
মুক্তিযোদ্ধা | muktijoddha
স্বাধীনতা | swadhinota, shadhinota, swadhinata
প্রথম আলো | prothom alo
ইনকিলাব | inqilab
যুগান্তর | jugantor, jugantar
ইত্তেফাক | ittefaq
দুর্নীতি | durniti
বিশ্ববিদ্যালয় | bishwabidyalay, bishwobidyaloy
মেট্রোরেল | metro rail, metrorail
পেঁয়াজ | peyaj, peaj
বাজার | bazar, bajar
বন্যা | bonna, bonya
ঘূর্ণিঝড় | ghurnijhor
টাকা | taka
শিক্ষা | shikkha, siksha
সিটি | city
কোভিড | covid
`

/** A Latin word and a Bengali one it must not find. */
const APART = `
putin | পতন, পাটনি, পুত্র, পুঁতি
dhaka | ঢাক, ডাক, দিক, ধোঁকা, টাকা
taka | ঢাকা, টিকা, টোকা
hasina | হাসান, হাসি, হোসেন, হাসিনুর
hasan | হাসিনা, হুসনা, হোসেন
rahim | রহমান, রাম, করিম
rahman | রহিম, রাইমান, রমনা, রোমান
karim | কর্ম, কিরণ, করম, কারিনা
kamal | কমলা, কামাল্লা, কমল গুহ
bnp | বন, বিনা, বানপুর, বিএনএফ
icc | আইসিডি, ইস, আইসিসিবি
rab | রব, রাবার, র‍্যাম
dmp | ডিএমএফ, দম্পতি, ডাম্প
sylhet | সালাত, সিলেবাস, শালিক
khulna | খোলা, খালনা, খেলনা, কলিনা
feni | ফণা, ফেন, পানি
pabna | পানি, পবন, বাবনা
bogura | বাঘারা, বেগার, বগা
padma | পদ, পাদুকা, পদ্য
meghna | মেঘ, মগন, মাগনা
jamuna | জামা, জামিন, যমজ
iran | ইরাক, রান, ইরানা, এরিন
iraq | ইরান, রাক, এরিক
nepal | নেপচুন, নিপুণ, কপাল
gaza | গজল, গোঁজ, গাজর
modi | মদ, মুদি, মাদি
messi | মাস, মাসি, মিস
trump | ট্রাম, ট্রেন, তারিম
biden | বাদন, বেদনা, বিধান
imran | ইরান, আমরণ, এমন
salman | সোলেমান, সামান, সালমা
sharif | শরাফত, সরব, সেরেফ
nasir | নাসা, নজর, নাসিরা
sohel | সহল, সুহাল, শহর
sarkar | সরকারি, সারিকা, শিকার
ghosh | ঘুষ, গাছ, ঘেঁষ
mondal | মন্দির, মেন্ডেল, মণ্ডলী
das | দশা, দিস, দেশ
khan | খনি, খুন, কানু
police | পালস, পলাশী, পোলাও
cricket | কারাকাট, ক্রেতা
football | ফটক, ফুটপাত, ফুটবলার
puja | পাঁজা, পুঁজি, পেজ
eid | আদি, ইদানীং, আদা
taka | তাক, তুকা
mamla | মামা, মামুলি, হামলা
adalat | আদিলা, আলাদা
bazar | বাজরা, বাজারি, বিজারা
dengue | ডিঙ্গি, দাঙ্গা
corona | কিরণ, করুণা, কারিনা
delhi | দলিল, ডালিয়া, দোলা
london | লন্ঠন, লুণ্ঠন, লিন্ডন
japan | জপ, জীবন, জেপিন
dubai | ডুব, ডোবা, দবির
gandhi | গন্ধ, গান, গুণ্ডা
joya | জুয়া, জিয়া
zia | জুয়া, জয়া
kader | কাদা, কিডার, কেদার
tamim | তমা, তামা, তিমি
shakib | শাখা, শুকা, সেকাব
alo | আলু, ইলা, আলী
songsod | সংসার, সংশোধন, সনদ
nirbachon | নির্বাসিত, নির্বাচিত, নিরবচ্ছিন্ন
prothom | প্রথা, প্রতিম, প্রাথমিক
hartal | হরিতাল, হরিণ, হাতল
ilish | আলস্য, ইলেশ, বালিশ
`

function pairs(text: string, meet: boolean): Labelled[] {
  return text
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [left = '', others = ''] = row.split(' | ')
      return others.split(', ').map((right) => ({ left, right, meet, part: partOf(left) }))
    })
}

/** Every labelled pair of a Bengali and a Latin spelling. */
export const romanPairs: Labelled[] = [...pairs(MEET, true), ...pairs(APART, false)]
