package dev.footlights.query.store;

/** How activity is read. */
public final class Facts {
    /**
     * The latest version of each fact, to be followed by a condition on columns of the table's key. These are the same in every
     * version, so they are looked at before the latest one is found; a condition on others goes into WHERE.
     */
    public static final String LATEST = "activity_facts FINAL PREWHERE ";

    /** Every version of each fact, for what is never taken back: that somebody did something. */
    public static final String ANY = "activity_facts PREWHERE ";

    /** As {@link #LATEST}, of facts about templates; the item is called template there. */
    public static final String LATEST_OF_TEMPLATES = "template_facts FINAL PREWHERE ";

    /** Facts about templates, as the index {@code of_templates} finds them. */
    public static final String OF_TEMPLATES = "position(item, 'template:') = 1";

    private Facts() {}
}
