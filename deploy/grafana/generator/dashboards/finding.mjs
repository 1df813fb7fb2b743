// Search and docs: whether people find things, what they look for in vain, and which documents are read.
import { peopleDashboard } from '../dashboard.mjs';
import { small, ZERO_RESULTS } from '../limits.mjs';
import { heading, kpiNumber, kpiSeries, kpiTable, top } from '../panels.mjs';

const all = { parameters: { feature: '*' } };

export const finding = settings => peopleDashboard('footlights-finding', 'Search and docs',
  'Whether people find things, what they look for in vain, and which documents are read.', 'finding', [
    heading('At a glance'),
    kpiNumber('searches', all),
    kpiNumber('search-success-rate', all),
    kpiNumber('zero-result-searches', all),
    kpiNumber('zero-result-rate', { ...all, steps: small(ZERO_RESULTS) }),
    kpiNumber('result-rank'),
    kpiNumber('docs-not-found', all),
    heading('Over time'),
    kpiSeries('search-success-rate', all),
    kpiSeries('searches', all),
    kpiSeries('zero-result-rate', { ...all, steps: small(ZERO_RESULTS) }),
    kpiSeries('docs-not-found', all),
    heading('Searches'),
    top('zero-result-terms', 'Searched for in vain', 'Terms of searches that found nothing: documents worth writing.', 'Term'),
    top('search-terms', 'Searched for most', 'Terms of searches, trimmed and in lower case.', 'Term'),
    heading('Documents and pages'),
    top('docs', 'Documents read most', 'Page views within TechDocs for each documented entity.', 'Entity'),
    top('not-found-docs', 'Documents that aren\'t there', 'How often somebody came to a documentation page that isn\'t there.', 'Page'),
    top('entities', 'Catalog entities seen most', 'Page views of each catalog entity, its documentation aside.', 'Entity'),
    kpiTable('search-success-rate', 'team', 'Search success by team', all),
  ], settings);
