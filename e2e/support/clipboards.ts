import type { Block, Inline } from '@/lib/content-model/body'

const p = (...content: Inline[]): Block => ({ kind: 'paragraph', content })
const t = (text: string, look: Omit<Inline, 'text'> = {}): Inline => ({ text, ...look })

/** What programs put on the clipboard, and the blocks that a story takes of it. */
export type Clipboard = { from: string; html?: string; text: string; blocks: Block[] }

/** Windows Word wraps a selection in a whole document with its styles, and writes lists as paragraphs. */
const word = (
  inside: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->${inside}<!--EndFragment--></body></html>`

const wordList = (mark: string, text: string) =>
  `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]><span lang=BN style='font-family:Vrinda'>${text}<o:p></o:p></span></p>\n`

const docs = (inside: string) =>
  `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f1d0a6e-7fff-2a4b">${inside}</b><br class="Apple-interchange-newline">`

const docsSpan = (text: string, style = 'font-weight:400;font-style:normal') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style};text-decoration:none;white-space:pre-wrap;">${text}</span>`

export const clipboards: Clipboard[] = [
  {
    from: 'Word: paragraphs, bold and italic, a blank line between',
    text: 'নদীর পানি বাড়ছে',
    html: word(`<p class=MsoNormal><span lang=BN style='font-family:Vrinda'>নদীর <b>পানি</b>\nবাড়ছে, <i>বলছে</i> পাউবো।<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='mso-bidi-font-weight:bold'>দ্বিতীয় অনুচ্ছেদ।</span></p>`),
    blocks: [
      p(
        t('নদীর '),
        t('পানি', { bold: true }),
        t(' বাড়ছে, '),
        t('বলছে', { italic: true }),
        t(' পাউবো।'),
      ),
      p(t('দ্বিতীয় অনুচ্ছেদ।')),
    ],
  },
  {
    from: 'Word: a heading, a bulleted and a numbered list',
    text: 'তালিকা',
    html: word(
      `<h1>প্রধান দাবি</h1>\n${wordList('·', 'বাঁধ মেরামত')}${wordList('·', 'ত্রাণ')}<p class=MsoNormal>আরও আছে:</p>\n${wordList('1.', 'চাল')}${wordList('2.', 'ডাল')}`,
    ),
    blocks: [
      { kind: 'subheading', text: 'প্রধান দাবি' },
      { kind: 'list', ordered: false, items: [[t('বাঁধ মেরামত')], [t('ত্রাণ')]] },
      p(t('আরও আছে:')),
      { kind: 'list', ordered: true, items: [[t('চাল')], [t('ডাল')]] },
    ],
  },
  {
    from: 'Word: a table with a cell over two columns',
    text: 'সারণি',
    html: word(`<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>জেলা</b></p></td><td><p class=MsoNormal>পানি</p></td></tr>
<tr><td><p class=MsoNormal>কুড়িগ্রাম</p></td><td><p class=MsoNormal>২৪.১</p><p class=MsoNormal>মিটার</p></td></tr>
<tr><td colspan=2><p class=MsoNormal>সূত্র: পাউবো</p></td></tr></table><p class=MsoNormal>শেষ।</p>`),
    blocks: [
      {
        kind: 'table',
        head: [[t('জেলা', { bold: true })], [t('পানি')]],
        rows: [
          [[t('কুড়িগ্রাম')], [t('২৪.১ মিটার')]],
          [[t('সূত্র: পাউবো')], []],
        ],
      },
      p(t('শেষ।')),
    ],
  },
  {
    from: 'Word: what was struck out and hidden does not come along',
    text: 'খবর',
    html: word(
      `<p class=MsoNormal>সভা <del cite="mailto:x">সোমবার</del><ins cite="mailto:x">মঙ্গলবার</ins><span style='display:none;mso-hide:all'>গোপন</span> হবে।</p>`,
    ),
    blocks: [p(t('সভা মঙ্গলবার হবে।'))],
  },
  {
    from: 'Google Docs: its wrapping <b> makes nothing bold; weight and links are read from styles',
    text: 'খবর',
    html: docs(
      `<p dir="ltr" style="line-height:1.38;">${docsSpan('ঢাকায় ')}${docsSpan('বৃষ্টি', 'font-weight:700;font-style:normal')}${docsSpan(' হয়েছে। ')}<a href="https://example.com/rain" style="text-decoration:none;">${docsSpan('বিস্তারিত')}</a></p><br /><h2 dir="ltr">${docsSpan('যানজট')}</h2><p dir="ltr">${docsSpan('সড়কে ', 'font-weight:400;font-style:italic')}${docsSpan('ধীরগতি।')}</p>`,
    ),
    blocks: [
      p(
        t('ঢাকায় '),
        t('বৃষ্টি', { bold: true }),
        t(' হয়েছে। '),
        t('বিস্তারিত', { href: 'https://example.com/rain' }),
      ),
      { kind: 'subheading', text: 'যানজট' },
      p(t('সড়কে ', { italic: true }), t('ধীরগতি।')),
    ],
  },
  {
    from: 'Google Docs: a list in a list is one list',
    text: 'তালিকা',
    html: docs(
      `<ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${docsSpan('প্রথম')}</p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation">${docsSpan('ভেতরের')}</p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">${docsSpan('শেষ')}</p></li></ul>`,
    ),
    blocks: [{ kind: 'list', ordered: false, items: [[t('প্রথম')], [t('ভেতরের')], [t('শেষ')]] }],
  },
  {
    from: 'Facebook: paragraphs of <div dir=auto>, emoji as pictures, links through its redirect',
    text: 'বন্যা',
    html: `<meta charset='utf-8'><div class="xdj266r x14z9mp xat24cr"><div dir="auto" style="font-family: inherit;">চিলমারীতে বন্যা <span class="html-span"><img height="16" width="16" alt="🌊" referrerpolicy="origin-when-cross-origin" src="https://static.xx.fbcdn.net/images/emoji.php/v9/t1/1.5/16/1f30a.png"></span> বাড়ছে</div></div><div class="x14z9mp"><div dir="auto" style="font-family: inherit;"><a class="x1i10hfl" href="https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fflood%3Ffbclid%3DIwAR0abc&amp;h=AT0x" role="link" tabindex="0">example.com/flood</a><br>সাহায্য দরকার</div></div>`,
    blocks: [
      p(t('চিলমারীতে বন্যা 🌊 বাড়ছে')),
      p(t('example.com/flood', { href: 'https://example.com/flood' })),
      p(t('সাহায্য দরকার')),
    ],
  },
  {
    from: 'a web page: headings, a quote with its speaker, lists, a table; nothing that runs or belongs to the page',
    text: 'পাতা',
    html: `<html><body><!--StartFragment--><script>alert(1)</script><style>p{color:red}</style><article><h3 class="title">ক্ষতির হিসাব</h3><p style="text-align:justify" onclick="alert(1)">ক্ষতি <strong>১২০ কোটি</strong> টাকা। <a href="javascript:alert(1)">এখানে</a></p><blockquote><p>আমরা সব হারিয়েছি।</p><footer>— রহিমা বেগম</footer></blockquote><div><ol><li>ধান</li><li><a href="https://example.org/a?x=1&amp;fbclid=Z">পাট</a></li></ol></div><table><caption>ক্ষতি</caption><thead><tr><th>ফসল</th><th>হেক্টর</th></tr></thead><tbody><tr><td rowspan="2">ধান</td><td>১০</td></tr><tr><td>২০</td></tr></tbody></table><button>শেয়ার</button><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="বন্যার ভিডিও"></iframe></article><!--EndFragment--></body></html>`,
    blocks: [
      { kind: 'subheading', text: 'ক্ষতির হিসাব' },
      p(t('ক্ষতি '), t('১২০ কোটি', { bold: true }), t(' টাকা। এখানে')),
      { kind: 'quote', content: [t('আমরা সব হারিয়েছি।')], speaker: 'রহিমা বেগম' },
      {
        kind: 'list',
        ordered: true,
        items: [[t('ধান')], [t('পাট', { href: 'https://example.org/a?x=1' })]],
      },
      {
        kind: 'table',
        caption: 'ক্ষতি',
        head: [[t('ফসল')], [t('হেক্টর')]],
        rows: [
          [[t('ধান')], [t('১০')]],
          [[], [t('২০')]],
        ],
      },
      {
        kind: 'embed',
        url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
        title: 'বন্যার ভিডিও',
      },
    ],
  },
  {
    from: 'a web page laid out by a table',
    text: 'পাতা',
    html: '<table><tr><td><div>বাঁ পাশের কথা।</div><div>নিচের কথা।</div></td></tr></table>',
    blocks: [p(t('বাঁ পাশের কথা।')), p(t('নিচের কথা।'))],
  },
  {
    from: 'plain text: a paragraph a line, spelt as the paper stores it',
    text: 'প্রথম  লাইন|\r\n\r\n  দ্বিতীয়\u00a0লাইন \u09AF\u09BC\nর\u200d\u09CD\u09AFাব',
    blocks: [p(t('প্রথম লাইন।')), p(t('দ্বিতীয় লাইন য়'.normalize('NFC'))), p(t('র\u200d্যাব'))],
  },
  {
    from: 'plain text that looks like markup stays text',
    text: '<b>মোটা</b> - বিন্দু\n# শিরোনাম',
    blocks: [p(t('<b>মোটা</b> - বিন্দু')), p(t('# শিরোনাম'))],
  },
  {
    from: 'a link to a film by itself',
    text: 'https://youtu.be/dQw4w9WgXcQ?si=abc',
    blocks: [
      {
        kind: 'embed',
        url: 'https://youtu.be/dQw4w9WgXcQ',
        title: 'ইউটিউবে ভিডিওটি দেখুন',
      },
    ],
  },
  {
    from: 'a link to a post by itself, copied from an address bar',
    html: '<a href="https://x.com/dainik/status/17000">https://x.com/dainik/status/17000</a>',
    text: 'https://x.com/dainik/status/17000',
    blocks: [
      {
        kind: 'embed',
        url: 'https://x.com/dainik/status/17000',
        title: 'এক্সের পোস্টটি দেখুন',
      },
    ],
  },
].map((clipboard) => ({
  ...clipboard,
  blocks: JSON.parse(JSON.stringify(clipboard.blocks).normalize('NFC')),
})) as Clipboard[]
