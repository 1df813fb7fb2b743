package dev.footlights.local.demo;

/** One thing that people do in Backstage, told by the events it leaves. */
@FunctionalInterface
interface Scenario {
    void play(Trail trail);
}
