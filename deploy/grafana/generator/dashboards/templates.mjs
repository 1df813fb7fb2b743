// Golden paths: which templates run, where people stop, how tasks end, and what is saved.
import { api, DAYS } from '../queries.mjs';
import { peopleDashboard, TEMPLATE } from '../dashboard.mjs';
import { large, TEMPLATE_SUCCESS } from '../limits.mjs';
import { count, definitions, heading, kpiNumber, kpiSeries, kpiTable, people, share, table } from '../panels.mjs';

const team = '${team:raw}';

export const templates = settings => peopleDashboard('footlights-templates', 'Templates',
  'Golden paths: which templates run, where people stop, how tasks end, and what is saved.', 'templates', [
    heading('At a glance'),
    kpiNumber('template-runs', { parameters: { feature: '*' } }),
    kpiNumber('template-conversion'),
    kpiNumber('template-success-rate', { steps: large(TEMPLATE_SUCCESS) }),
    kpiNumber('minutes-saved', { parameters: { feature: '*' } }),
    kpiNumber('money-saved', { parameters: { feature: '*' } }),
    kpiNumber('days-to-first-run'),
    heading('Over time'),
    kpiSeries('template-runs', { parameters: { feature: '*' } }),
    kpiSeries('minutes-saved', { parameters: { feature: '*' } }),
    kpiSeries('template-success-rate', { steps: large(TEMPLATE_SUCCESS) }),
    kpiSeries('template-conversion'),
    heading('Where people stop'),
    table('From opening to creating', 'How many people opened a template and then created something.',
      [api('/api/v1/funnel', { ...DAYS, team, steps: 'templates:open,templates:create' }, 'rows',
        { number: 'number', step: 'string', people: 'number', shareOfPrevious: 'number', medianSeconds: 'number' })],
      { number: '#', step: 'Step', people: people('People'), shareOfPrevious: share('Of those before'), medianSeconds: { name: 'Median time', unit: 's' } }),
    table('Stages of the template', 'How far people come with the template that is chosen above; of all, with the one that is run most. Lost: share of the people of the stage before who weren\'t at this one.',
      [api('/api/v1/templates/funnel', { ...DAYS, team, template: '${template:raw}', limit: '1' }, '$append(rows.stages, [])',
        { stage: 'string', people: 'number', events: 'number', lost: 'number' })],
      { stage: 'Stage', people: people('People'), events: count('Times'), lost: share('Lost') }),
    table('Templates', `${definitions('template-runs', 'template-success-rate', 'minutes-saved')}`,
      [api('/api/v1/templates', { ...DAYS, team, limit: '100' }, 'rows',
        { template: 'string', runs: 'number', people: 'number', successRate: 'number', minutesSaved: 'number', lastRun: 'timestamp' })],
      {
        template: 'Template', runs: count('Runs'), people: people('People'), successRate: share('Success'),
        minutesSaved: { name: 'Saved', kind: 'minutes', unit: 'm' }, lastRun: { name: 'Last run', unit: 'dateTimeAsIso' },
      }),
    kpiTable('template-runs', 'team', 'Runs by team', { parameters: { feature: '*' } }),
  ], { ...settings, variables: [TEMPLATE] });
