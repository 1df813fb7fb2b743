// The views: how they are called, where they stand on the menu, which filters they take.

import { view as campaigns } from '../views/campaigns.js'
import { view as features } from '../views/features.js'
import { view as finding } from '../views/finding.js'
import { view as health } from '../views/health.js'
import { view as onboarding } from '../views/onboarding.js'
import { view as overview } from '../views/overview.js'
import { view as retention } from '../views/retention.js'
import { view as surveys } from '../views/surveys.js'
import { view as teams } from '../views/teams.js'
import { view as templates } from '../views/templates.js'

export const VIEWS = [
  { id: 'overview', title: 'Overview', group: 'Adoption', filters: ['team', 'feature', 'granularity', 'compare'], view: overview },
  { id: 'teams', title: 'Teams', group: 'Adoption', filters: ['team', 'granularity', 'compare'], view: teams },
  { id: 'features', title: 'Features', group: 'Adoption', filters: ['team', 'feature', 'granularity', 'compare'], view: features },
  { id: 'retention', title: 'Retention', group: 'Adoption', filters: ['team', 'feature'], view: retention },
  { id: 'templates', title: 'Golden paths', group: 'Journeys', filters: ['team', 'granularity', 'compare'], view: templates },
  { id: 'finding', title: 'Finding things', group: 'Journeys', filters: ['team', 'granularity', 'compare'], view: finding },
  { id: 'onboarding', title: 'Getting on board', group: 'Journeys', filters: ['team', 'granularity'], view: onboarding },
  { id: 'campaigns', title: 'Campaigns', group: 'Programme', filters: ['team', 'feature', 'granularity'], view: campaigns },
  { id: 'surveys', title: 'Surveys', group: 'Programme', filters: ['team'], view: surveys },
  { id: 'health', title: 'Data health', group: 'Programme', filters: [], view: health },
]

export function viewNamed(id) {
  return VIEWS.find((view) => view.id === id)
}
