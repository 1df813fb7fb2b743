// One team: who of it comes, what they use, and what they haven't found yet.
import { api, DAYS, sqlSeries, sqlTable } from '../queries.mjs';
import { peopleDashboard } from '../dashboard.mjs';
import { count, featureColumn, growth, heading, kpiNumber, kpiSeries, kpiTable, people, series, shaded, table, teamColumn } from '../panels.mjs';
import { CHECKS_BY_TRACK, FAILING_CHECKS } from '../sql.mjs';

const team = '${team:raw}';
const feature = '${feature:raw}';

export const retention = (title, weeks = 8) => table(title,
  'Of the people whose first use was in the week, the share that was active in each week after. Empty where the week isn\'t over or the share is withheld.',
  [api('/api/v1/retention', { ...DAYS, granularity: 'week', team, feature }, 'rows', {
    cohort: 'string', people: 'number', ...Object.fromEntries(Array.from({ length: weeks }, (_, week) => [`cells.${week}.rate`, 'number'])),
  })],
  {
    cohort: 'First week', people: people('People'),
    ...Object.fromEntries(Array.from({ length: weeks }, (_, week) => [`cells.${week}.rate`, { name: `Week ${week}`, unit: 'percentunit', decimals: 0 }])),
  });

export const teams = settings => peopleDashboard('footlights-team', 'Team',
  'One team, at any level: who of it comes, what they use, and what they haven\'t found yet.', 'teams', [
    heading('At a glance'),
    kpiNumber('active-users'),
    kpiNumber('adoption-rate'),
    kpiNumber('days-active'),
    kpiNumber('sessions'),
    kpiNumber('minutes-saved'),
    kpiNumber('checklist-progress'),
    heading('Over time'),
    growth(),
    kpiSeries('adoption-rate'),
    kpiSeries('page-views'),
    kpiSeries('interactions'),
    heading('What they use'),
    kpiTable('active-users', 'feature', 'Features of the team'),
    table('Features nobody of the team used', 'Features of the catalogue without an event of the team in the asked days.',
      [api('/api/v1/inactive', { ...DAYS, team }, 'features', { feature: 'string', title: 'string', lastUse: 'string' })],
      { feature: featureColumn(), title: 'Title', lastUse: 'Last use' }),
    retention('Who stays'),
    table('Teams below', 'The teams just below, with their headcounts.',
      [api('/api/v1/teams', { parent: team, limit: '1000' }, 'rows', { team: 'string', title: 'string', kind: 'string', headcount: 'number' })],
      { team: teamColumn(), title: 'Title', kind: 'Kind', headcount: count('Headcount') }),
    heading('Maturity of what they own'),
    series('Checks passed, by track', 'Share of the maturity checks of the team\'s entities that passed, of the latest result of each check and entity in each week. From ClickHouse.',
      [sqlSeries(CHECKS_BY_TRACK('${team:sqlstring}'))], { unit: 'percentunit', size: [12, 9] }),
    table('Failing checks', 'Checks of the team\'s entities whose latest result is a failure, the most frequent first. From ClickHouse.',
      [sqlTable(FAILING_CHECKS)], { check: 'Check', track: 'Track', entities: count('Entities'), passing: shaded('Pass') }),
  ], settings);

