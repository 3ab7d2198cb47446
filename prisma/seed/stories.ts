import { countryStories } from './stories/country'
import { economyStories } from './stories/economy'
import { educationStories } from './stories/education'
import { entertainmentStories } from './stories/entertainment'
import { healthStories } from './stories/health'
import { internationalStories } from './stories/international'
import { lifestyleStories } from './stories/lifestyle'
import { nationalStories } from './stories/national'
import { opinionStories } from './stories/opinion'
import { politicsStories } from './stories/politics'
import { religionStories } from './stories/religion'
import { sportsStories } from './stories/sports'
import { technologyStories } from './stories/technology'
import type { StorySeed } from './types'

/** Every story of the sample paper. */
export const stories: StorySeed[] = [
  ...nationalStories,
  ...politicsStories,
  ...countryStories,
  ...internationalStories,
  ...economyStories,
  ...sportsStories,
  ...entertainmentStories,
  ...technologyStories,
  ...educationStories,
  ...healthStories,
  ...opinionStories,
  ...religionStories,
  ...lifestyleStories,
]
