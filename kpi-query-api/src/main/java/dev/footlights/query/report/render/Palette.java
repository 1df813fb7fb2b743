package dev.footlights.query.report.render;

/**
 * Colours as {@code #rrggbb}. Contrast on the surface is at least 4.5 to 1 for text.
 *
 * @param page behind everything
 * @param surface behind text and charts
 * @param soft for what came before
 */
record Palette(
        String page,
        String surface,
        String ink,
        String muted,
        String line,
        String accent,
        String soft,
        String good,
        String bad,
        String notice) {
    static final Palette LIGHT = new Palette(
            "#f3f4f7", "#ffffff", "#1c2433", "#566074", "#dfe3ea", "#2a5d8f", "#b4c8dc", "#246b4f", "#a3461f",
            "#fff6df");
    static final Palette DARK = new Palette(
            "#11151b", "#1a202a", "#e8ebf1", "#a7b1c2", "#313b4a", "#82b4e3", "#425a74", "#7fcba8", "#eda283",
            "#3a3220");
}
