package dev.footlights.query.rounds;

import dev.footlights.query.store.Query;

/** When people ever did what figures count: the days on which they did, in order, and how these make rounds. */
public record Occasions(Query<Day> days, Calendar calendar) {}
