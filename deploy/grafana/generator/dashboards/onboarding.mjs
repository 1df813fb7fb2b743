// Getting on board: the checklist, the order of unlocking, newcomers, and teams behind.
import { api, SINCE_NEW_YEAR, UNTIL_TODAY } from '../queries.mjs';
import { peopleDashboard } from '../dashboard.mjs';
import { count, days, heading, kpiNumber, kpiSeries, kpiTable, people, shaded, share, table } from '../panels.mjs';

const team = '${team:raw}';
const asked = { ...UNTIL_TODAY, team };
const PROGRESS = 'As of today. An unlock is the first use of a feature in the team; people are those of the roster now.';

export const onboarding = settings => peopleDashboard('footlights-onboarding', 'Onboarding',
  'How far people have come on the checklist, in which order they unlock features, and whether newcomers come.', 'onboarding', [
    heading('At a glance'),
    kpiNumber('checklist-progress'),
    kpiNumber('unlocked-features'),
    kpiNumber('activation-rate'),
    kpiNumber('activation-rate-30'),
    kpiNumber('days-to-unlock', { parameters: { feature: '*' } }),
    kpiNumber('inactive-users', { parameters: { feature: '*' } }),
    heading('Over time'),
    kpiSeries('checklist-progress'),
    kpiSeries('new-users', { parameters: { feature: '*' } }),
    heading('The checklist'),
    table('Features of the checklist', `How many people have unlocked each, and days from joining to the first use. ${PROGRESS}`,
      [api('/api/v1/onboarding', asked, 'features', { feature: 'string', title: 'string', people: 'number', share: 'number', medianDays: 'number', firstUnlocked: 'string' })],
      { feature: 'Feature', title: 'Step', people: people('People'), share: shaded('Of the roster'), medianDays: days('Median days'), firstUnlocked: 'First' }),
    table('The ladder', `In which order people unlock features: the mean place of each. ${PROGRESS}`,
      [api('/api/v1/onboarding', asked, 'ladder', { feature: 'string', title: 'string', meanPlace: 'number' })],
      { feature: 'Feature', title: 'Step', meanPlace: { name: 'Mean place', kind: 'rank', decimals: 1 } }),
    table('How far people are', `People by the number of features unlocked. ${PROGRESS}`,
      [api('/api/v1/onboarding', asked, 'distribution', { unlocked: 'number', people: 'number' })], { unlocked: 'Features unlocked', people: people('People') }),
    table('Newcomers', 'People who joined since the year began in which the asked days begin, and those of them who came to the portal within 7 and 30 days.',
      [api('/api/v1/onboarding', { ...SINCE_NEW_YEAR, team }, 'newcomers', {
        joined: 'number', 'within7Days.due': 'number', 'within7Days.activated': 'number', 'within7Days.rate': 'number',
        'within30Days.due': 'number', 'within30Days.activated': 'number', 'within30Days.rate': 'number',
      })],
      {
        joined: count('Joined'), 'within7Days.due': count('7 days over'), 'within7Days.activated': people('came within 7'), 'within7Days.rate': share('in 7 days'),
        'within30Days.due': count('30 days over'), 'within30Days.activated': people('came within 30'), 'within30Days.rate': share('in 30 days'),
      }),
    heading('Teams'),
    kpiTable('checklist-progress', 'team', 'Progress by team', { order: 'value-ascending' }),
    kpiTable('activation-rate', 'team', 'Activation by team', { order: 'value-ascending' }),
  ], settings);
