import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readStylesheet } from './critical-css'
import { compressBytes, optimizeHtml } from './optimize-html'

describe('what only the framework’s scripts would use does not reach readers', () => {
  test.each([
    ['an inline script', 'ক<script>self.__next_f.push([1,"<p>খ</p>"])</script>গ', 'কগ'],
    ['a script from a file', 'ক<script src="/_next/a.js" async=""></script>গ', 'কগ'],
    ['a module', 'ক<script type="module">import "x"</script>গ', 'কগ'],
    ['JSON for the framework', 'ক<script type="application/json">{}</script>গ', 'কগ'],
    ['scripts in a row', '<script>1</script><script>2</script>ক<script>3</script>', 'ক'],
    ['a script in capitals', 'ক<SCRIPT>1</SCRIPT>গ', 'কগ'],
    ['a script that speaks of tags', 'ক<script>"<\\/script><b>"</script>গ', 'কগ'],
    ['a script never closed', 'ক<script>1', 'ক'],
    ['a preload of a script', 'ক<link rel="preload" as="script" href="/a.js"/>গ', 'কগ'],
    ['a preload of a module', 'ক<link rel="modulepreload" href="/a.js">গ', 'কগ'],
    ['the renderer’s marks', 'ক<!-- -->খ<!--$-->গ<!--/$-->', 'কখগ'],
    ['a comment at the end', 'ক<!--x-->', 'ক'],
  ])('%s', (_, html, optimized) => {
    expect(optimizeHtml(html)).toBe(optimized)
  })
})

describe('what is the reader’s stays, letter for letter', () => {
  test.each([
    ['data for crawlers', '<script type="application/ld+json">{"a":"<!-- b -->"}</script>'],
    ['the site’s own script', '<script data-reader="" src="/reader.js" defer=""></script>'],
    ['rules for the next page', '<script type="speculationrules">{"prefetch":[]}</script>'],
    ['a style sheet that is none of the build’s', '<link rel="stylesheet" href="/a.css"/>'],
    ['a preload of a font', '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>'],
    ['a preload of a picture', '<link rel="preload" as="image" imageSrcSet="/a.avif 1x"/>'],
    ['a canonical address', '<link rel="canonical" href="https://paper.example/a"/>'],
    ['text that speaks of scripts', '<p>&lt;script&gt;alert(1)&lt;/script&gt; লেখা</p>'],
    ['text that speaks of comments', '<p>&lt;!-- মন্তব্য --&gt;</p>'],
    ['an attribute that speaks of scripts', '<a title="<script>x</script>">ক</a>'],
    ['an attribute that speaks of comments', '<a title="<!-- x -->">ক</a>'],
    ['a title that speaks of scripts', '<title><script>x</script></title>'],
    ['styles', '<style>a::before{content:"<!-- x -->"}</style>'],
    ['a field’s text', '<textarea><script>x</script></textarea>'],
    ['the document type', '<!DOCTYPE html><html lang="bn"></html>'],
    ['entities and spaces', '<p>ক&nbsp;&amp;\n  খ&#x27;</p>'],
    ['nothing', ''],
  ])('%s', (_, html) => {
    expect(optimizeHtml(html)).toBe(html)
  })

  test('a whole page keeps its order', () => {
    const html = [
      '<!DOCTYPE html><html><head><script src="a"></script><title>ক</title>',
      '<link rel="preload" as="script" href="b"/></head><body><h1>খ<!-- -->গ</h1>',
      '<script type="application/ld+json">{}</script><p>ঘ</p><script>1</script></body></html>',
    ].join('')

    expect(optimizeHtml(html)).toBe(
      '<!DOCTYPE html><html><head><title>ক</title></head><body><h1>খগ</h1><script type="application/ld+json">{}</script><p>ঘ</p></body></html>',
    )
  })
})

describe('the styles of a page stand in it', () => {
  const stylesheet = readStylesheet('h1{top:0}.lead{top:1px}.other{top:2px}', '/_next')
  const link = '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>'

  test('those it has need of, where the link stood', () => {
    const html = `<head>${link}<title>ক</title></head><h1 class="kicker lead">খ</h1>`

    expect(optimizeHtml(html, () => stylesheet)).toBe(
      '<head><style>h1{top:0}.lead{top:1px}</style><title>ক</title></head><h1 class="kicker lead">খ</h1>',
    )
  })

  test('also those of what a script will draw from a template', () => {
    const html = `${link}<template><b class="other">ক</b></template>`

    expect(optimizeHtml(html, () => stylesheet)).toContain('<style>.other{top:2px}</style>')
  })
})

describe('a document is compressed once', () => {
  const html = `<p>${'নদীর পানি বাড়ছে। '.repeat(200)}</p>`

  test('both encodings hold the same page', async () => {
    const { br, gzip } = await compressBytes(html)

    expect(brotliDecompressSync(br).toString()).toBe(html)
    expect(gunzipSync(gzip).toString()).toBe(html)
    expect(br.length).toBeLessThan(Buffer.byteLength(html) / 10)
  })

  test('its mark depends on what it says and on nothing else', async () => {
    const [one, same, other] = await Promise.all([html, html, `${html} `].map(compressBytes))

    expect(one?.etag).toBe(same?.etag)
    expect(one?.etag).not.toBe(other?.etag)
    expect(one?.etag).toMatch(/^[\w-]{22}$/)
  })

  test('they hold no memory beside themselves', async () => {
    const { br, gzip } = await compressBytes('<p>খবর</p>')

    expect(br.buffer.byteLength).toBe(br.length + gzip.length)
    expect(gzip.buffer).toBe(br.buffer)
  })

  test('an empty page is a page', async () => {
    expect(gunzipSync((await compressBytes('')).gzip).toString()).toBe('')
  })
})
