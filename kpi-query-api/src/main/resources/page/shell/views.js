// The views: how they are called, where they stand on the menu, which filters they take.

export const VIEWS = [
  { id: 'overview', title: 'Overview', group: 'Adoption', filters: ['team', 'feature', 'granularity', 'compare'], load: () => import('../views/overview.js') },
  { id: 'teams', title: 'Teams', group: 'Adoption', filters: ['team', 'granularity', 'compare'], load: () => import('../views/teams.js') },
  { id: 'features', title: 'Features', group: 'Adoption', filters: ['team', 'feature', 'granularity', 'compare'], load: () => import('../views/features.js') },
  { id: 'retention', title: 'Retention', group: 'Adoption', filters: ['team', 'feature'], load: () => import('../views/retention.js') },
  { id: 'templates', title: 'Golden paths', group: 'Journeys', filters: ['team', 'granularity', 'compare'], load: () => import('../views/templates.js') },
  { id: 'finding', title: 'Finding things', group: 'Journeys', filters: ['team', 'granularity', 'compare'], load: () => import('../views/finding.js') },
  { id: 'onboarding', title: 'Getting on board', group: 'Journeys', filters: ['team', 'granularity'], load: () => import('../views/onboarding.js') },
  { id: 'campaigns', title: 'Campaigns', group: 'Programme', filters: ['team', 'feature', 'granularity'], load: () => import('../views/campaigns.js') },
  { id: 'surveys', title: 'Surveys', group: 'Programme', filters: ['team'], load: () => import('../views/surveys.js') },
  { id: 'health', title: 'Data health', group: 'Programme', filters: [], load: () => import('../views/health.js') },
]

export function viewNamed(id) {
  return VIEWS.find((view) => view.id === id)
}
