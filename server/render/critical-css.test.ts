import { describe, expect, test } from 'vitest'
import { builtStylesheet, readStylesheet, stylesFor } from './critical-css'

const cut = (css: string, ...names: string[]) =>
  stylesFor(readStylesheet(css, '/_next/static/chunks'), (name) => names.includes(name))

describe('a rule comes along when something in the document may match it', () => {
  test.each([
    ['an element', 'h1{color:red}', ['h1']],
    ['a class', '.lead{color:red}', ['.lead']],
    ['a class of an element', 'a.lead{color:red}', ['a', '.lead']],
    ['one inside the other', '.story .link:after{top:0}', ['.story', '.link']],
    ['everything', '*,:before{margin:0}', []],
    ['the root and its state', ':root[data-theme=dark]{--ink:#fff}', []],
    ['a class with escaped signs', '.md\\:gap-1\\.5{gap:1px}', ['.md:gap-1.5']],
    ['a class that begins with a digit', '.\\32 xl{gap:1px}', ['.2xl']],
    ['a class with brackets', '.\\[\\&\\>\\*\\]\\:pt-0>*{padding:0}', ['.[&>*]:pt-0']],
    ['what a pseudo-class only may hold', '.a:is(.b,.c .d){top:0}', ['.a']],
    ['what must not be there', '.a:not(.b):hover{top:0}', ['.a']],
    ['an attribute that sounds like a class', 'a[href=".b"]{top:0}', ['a']],
    ['a part of a field', '::placeholder{opacity:1}', ['input']],
  ])('%s', (_, css, names) => {
    expect(cut(css, ...names)).toBe(css)
  })
})

describe('a rule stays away when nothing can match it', () => {
  test.each([
    ['an element that is not there', 'h1{color:red}', ['h2']],
    ['a class that is not there', '.lead{color:red}', ['lead', '.leads']],
    ['one of two missing', '.story .link{top:0}', ['.story']],
    ['a class within a group', '@media print{.lead{top:0}}', ['h1']],
    ['a part of a field, without fields', '::-webkit-datetime-edit{padding:0}', ['h1']],
  ])('%s', (_, css, names) => {
    expect(cut(css, ...names)).toBe('')
  })
})

test('of selectors side by side those stay that may match, in the style sheet’s order', () => {
  const css =
    '.b{top:0}@layer base{h1,h2,.x{color:red}}@media print{.c{top:1px}.a{top:2px}}.a{top:3px}'

  expect(cut(css, 'h2', '.x', '.a', '.b')).toBe(
    '.b{top:0}@layer base{h2,.x{color:red}}@media print{.a{top:2px}}.a{top:3px}',
  )
})

test('what is no rule stays as it is: faces, properties, the order of layers', () => {
  const css =
    '@layer base,components;@font-face{font-family:A;src:url(/a.woff2)}@property --a{syntax:"*";inherits:false}'

  expect(cut(css)).toBe(css)
})

test('addresses are relative to the style sheet’s folder', () => {
  const css =
    'a{background:url(../media/a.svg)}b{background:url("data:x")}i{background:url(/x.svg)}'

  expect(cut(css, 'a', 'b', 'i')).toBe(
    'a{background:url(/_next/static/media/a.svg)}b{background:url("data:x")}i{background:url(/x.svg)}',
  )
})

test.each([
  'https://elsewhere.example/a.css',
  '/a.css',
  '/_next/static/../../x.css',
  '/_next/static/no.css',
])('there is no stylesheet of the build at %s', (href) => {
  expect(builtStylesheet(href)).toBeNull()
})
