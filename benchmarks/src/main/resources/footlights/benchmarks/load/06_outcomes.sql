-- Nine template tasks of ten end well.
INSERT INTO template_outcomes
SELECT
    toString(cityHash64(actor, slot, item)),
    'template:default/' || item,
    actor,
    ['group:default/team-' || toString(attribution), 'group:default/department-' || toString(intDiv(attribution, 10)), 'org'],
    if(cityHash64(actor, slot) % 10 = 0, 'failed', 'completed'),
    last_at,
    1
FROM activity_facts
WHERE team = 'org' AND template_runs > 0;

INSERT INTO freshness (source, as_of) VALUES ('sink', now64(3));
