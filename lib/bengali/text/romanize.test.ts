import { expect, test } from 'vitest'
import { slugify } from './romanize'

test.each([
  ['ইনকিলাব ডেস্ক', 'inkilab-desk'],
  ['তানভীর আলম', 'tanbhir-alam'],
  ['রাহনুমা শারমিন', 'rahnuma-sharmin'],
  ['শফিকুল আলম', 'shafikul-alam'],
  ['নন্দিতা চাকমা', 'nandita-chakma'],
  ['মামুনুল হক', 'mamunul-hak'],
  ['পুতিন', 'putin'],
  ['বিবিসি', 'bibisi'],
  ['রয়টার্স', 'raytars'],
  ['র‍্যাব', 'rjab'],
  ['২০২৪ সালের বাজেট', '2024-saler-bajet'],
  ['Reuters', 'reuters'],
  ['বড়ুয়া', 'baruya'],
  ['বড়ুয়া'.normalize('NFD'), 'baruya'],
  ['উৎসব', 'utsab'],
  ['…', ''],
])('the slug of %s is %s', (name, slug) => {
  expect(slugify(name)).toBe(slug)
})
