// One feature: who uses it, whether they stay, and which team could show it to which.
import { api, DAYS } from '../queries.mjs';
import { peopleDashboard } from '../dashboard.mjs';
import { growth, heading, kpiNumber, kpiSeries, kpiTable, people, share, table } from '../panels.mjs';
import { retention } from './team.mjs';

export const features = settings => peopleDashboard('footlights-feature', 'Feature',
  'One feature of the portal: who uses it, whether they stay, and which team could show it to which.', 'features', [
    heading('At a glance'),
    kpiNumber('active-users'),
    kpiNumber('adoption-rate'),
    kpiNumber('new-users'),
    kpiNumber('page-views'),
    kpiNumber('interactions'),
    kpiNumber('days-to-unlock'),
    heading('Over time'),
    growth(),
    kpiSeries('adoption-rate'),
    kpiSeries('events'),
    kpiSeries('stickiness'),
    heading('Where'),
    kpiTable('adoption-rate', 'team', 'Adoption by team', { withHeadcount: true }),
    table('Who could show it to whom', 'A strong team for each weak one, the nearest in the hierarchy. For all features: the first pair of each.',
      [api('/api/v1/champions', { ...DAYS, feature: '${feature:raw}', limit: '50' }, 'rows', {
        feature: 'string', 'strong.title': 'string', 'weak.title': 'string', 'strong.rate': 'number', 'weak.rate': 'number', suggestion: 'string',
      })],
      { feature: 'Feature', 'strong.title': 'Ask', 'strong.rate': share('Adoption there'), 'weak.title': 'For', 'weak.rate': share('Adoption here'), suggestion: 'Suggestion' }),
    retention('Who stays'),
    table('Features side by side', 'What people came to, by events, whatever feature is chosen.',
      [api('/api/v1/top/plugins', { ...DAYS, team: '${team:raw}', limit: '30' }, 'rows',
        { item: 'string', title: 'string', count: 'number', people: 'number', lastUse: 'timestamp' })],
      { item: 'Feature', title: 'Title', count: people('Events'), people: people('People'), lastUse: { name: 'Last', unit: 'dateTimeAsIso' } }),
  ], { ...settings, feature: { text: 'Software templates', value: 'templates' } });
