-- Facts about templates are few, and lie among all others of a team and a day. Questions ask for position(item, 'template:') = 1.

ALTER TABLE activity_facts ADD INDEX IF NOT EXISTS of_templates position(item, 'template:') TYPE minmax GRANULARITY 1;

ALTER TABLE activity_facts MATERIALIZE INDEX of_templates;
