package dev.footlights.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Someone who uses Backstage.
 *
 * @param number from 0, the same for the same seed
 * @param name as in the catalog
 * @param displayName for people
 * @param team name of the own group
 * @param zone of the office
 * @param frontend of the portal
 * @param diligence how often they come: 1 is average
 * @param joined first day at work, when it lies in the demo's weeks
 * @param discovered first day they look at the portal, when they didn't do so before the demo's weeks
 * @param left first day no longer at work, when it lies in the demo's weeks
 * @param listed whether the catalog knows them now
 * @param sendsGroups whether their events carry the own group
 */
record Person(
        int number,
        String name,
        String displayName,
        String team,
        ZoneId zone,
        Frontend frontend,
        double diligence,
        Optional<LocalDate> joined,
        Optional<LocalDate> discovered,
        Optional<LocalDate> left,
        boolean listed,
        boolean sendsGroups) {
    String ref() {
        return "user:default/" + name;
    }

    /** Whether they may come to the portal. */
    boolean comesOn(LocalDate day) {
        return employedOn(day) && discovered.map(first -> !day.isBefore(first)).orElse(true);
    }

    boolean employedOn(LocalDate day) {
        return joined.map(first -> !day.isBefore(first)).orElse(true)
                && left.map(day::isBefore).orElse(true);
    }
}
