package dev.footlights.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class UrlTextProperties {

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> part = Arbitraries.of(
                "/",
                "//",
                "a",
                "docs",
                "?",
                "#",
                "&formData=secret",
                "@",
                ":",
                "https:",
                "user:pw",
                "..",
                "é😀",
                "%3F",
                " ",
                "mailto:");
        return part.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property
    void nothingTypedIsLeft(@ForAll("urls") String url) {
        String stripped = UrlText.strip(url);
        assertThat(stripped).doesNotContain("?").doesNotContain("#");
        assertThat(stripped).doesNotContainPattern("://[^/\\s]*@");
        assertThat(stripped.length() == 1 || !stripped.endsWith("/")).isTrue();
    }

    @Property
    void twiceIsAsOnce(@ForAll("urls") String url) {
        assertThat(UrlText.strip(UrlText.strip(url))).isEqualTo(UrlText.strip(url));
    }

    @Property
    void aPlainPathIsKept(@ForAll("plainPaths") String path) {
        assertThat(UrlText.strip(path + "?a=/b#c/")).isEqualTo(path);
        assertThat(UrlText.strip(path + "/")).isEqualTo(path);
    }

    @Provide
    Arbitrary<String> plainPaths() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> "/" + String.join("/", parts));
    }

    @Property
    void aCutKeepsWholeCharacters(@ForAll String text, @ForAll @IntRange(max = 40) int most) {
        String cut = UrlText.cut(text, most);
        assertThat(text).startsWith(cut);
        assertThat(UrlText.bytes(cut)).isLessThanOrEqualTo(most);
    }

    @Example
    void rootStays() {
        assertThat(UrlText.strip("/")).isEqualTo("/");
        assertThat(UrlText.strip("/?q=1")).isEqualTo("/");
        assertThat(UrlText.strip("/#top")).isEqualTo("/");
    }

    @Example
    void signInIsTakenOut() {
        assertThat(UrlText.strip("https://jane:pw@host:8080/x/?t=1")).isEqualTo("https://host:8080/x");
        assertThat(UrlText.strip("//jane@host/x")).isEqualTo("//host/x");
        assertThat(UrlText.strip("mailto:jane@example.com")).isEqualTo("mailto:");
        assertThat(UrlText.strip("/docs/@scope/x")).isEqualTo("/docs/@scope/x");
    }

    @Example
    void wordsAreNotUrls() {
        assertThat(UrlText.looksLikeUrl("What is this?")).isFalse();
        assertThat(UrlText.looksLikeUrl("C#")).isFalse();
        assertThat(UrlText.looksLikeUrl("create?formData=x")).isTrue();
        assertThat(UrlText.looksLikeUrl("https://x")).isTrue();
    }
}
