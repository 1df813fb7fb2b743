-- Nine template tasks of ten end well.
INSERT INTO template_outcomes
SELECT
    toString(cityHash64(actor, slot, item)),
    item,
    actor,
    ['group:default/team-' || toString(attribution), 'group:default/department-' || toString(intDiv(attribution, 10)), 'org'],
    if(cityHash64(actor, slot) % 10 = 0, 'failed', 'completed'),
    last_at,
    1
FROM activity_facts
WHERE team = 'org' AND template_runs > 0;

-- Every event came in time and was folded.
INSERT INTO event_ledger
SELECT slot, arrayJoin(['accepted', 'folded']) AS outcome, '', 0, sum(activity_facts.events), 1
FROM activity_facts
WHERE team = 'org'
GROUP BY slot;

INSERT INTO freshness (source, as_of) VALUES ('sink', now64(3));
