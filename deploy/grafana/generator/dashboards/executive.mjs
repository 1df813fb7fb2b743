// For whoever has five minutes: is the portal used, by whom, what does it save, and what moved.
import { api, DAYS, sqlSeries } from '../queries.mjs';
import { peopleDashboard } from '../dashboard.mjs';
import { small, STALE_SECONDS } from '../limits.mjs';
import { growth, heading, kpiNumber, kpiSeries, kpiTable, number, series } from '../panels.mjs';
import { CHECKS_BY_TRACK } from '../sql.mjs';

export const executive = settings => peopleDashboard('footlights-executive', 'Executive',
  'Whether the portal is used, what it saves, and what moved most.', 'overview', [
    heading('At a glance'),
    kpiNumber('active-users'),
    kpiNumber('adoption-rate'),
    kpiNumber('stickiness'),
    kpiNumber('new-users'),
    kpiNumber('minutes-saved'),
    kpiNumber('template-runs'),
    kpiNumber('sessions'),
    kpiNumber('search-success-rate'),
    kpiNumber('checklist-progress'),
    kpiNumber('activation-rate'),
    kpiNumber('check-pass-rate'),
    number('Figures are behind by', 'Seconds until what is received is in the figures.',
      [api('/api/v1/data-health', DAYS, '', { lagSeconds: 'number' })], { unit: 's', noValue: 'not known' },
      { steps: small(STALE_SECONDS), overrides: [{ matcher: { id: 'byName', options: 'lagSeconds' }, properties: [{ id: 'displayName', value: 'now' }] }] }),
    heading('Over time'),
    growth(),
    kpiSeries('adoption-rate'),
    kpiSeries('minutes-saved'),
    series('Checks passed, by track', 'Share of the maturity checks that passed, of the latest result of each check and entity in each week. From ClickHouse.',
      [sqlSeries(CHECKS_BY_TRACK('\'org\''))], { unit: 'percentunit' }),
    heading('Who and what'),
    kpiTable('adoption-rate', 'team', 'Adoption by team', { withHeadcount: true }),
    kpiTable('active-users', 'feature', 'Features that moved most', { order: 'change' }),
    kpiTable('active-users', 'team', 'Teams that moved most', { order: 'change' }),
    kpiTable('minutes-saved', 'team', 'Time saved by team'),
  ], settings);
