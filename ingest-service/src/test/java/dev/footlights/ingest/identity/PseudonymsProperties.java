package dev.footlights.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PseudonymsProperties {
    private final Pseudonyms pseudonyms = new Pseudonyms("the key of a deployment");

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars("0123456789-_.@")
                .ofMinLength(1)
                .ofMaxLength(60);
    }

    @Property
    void howeverItIsWrittenItIsOnePerson(@ForAll("names") String name) {
        String actor = of(name);
        assertThat(of("user:default/" + name)).isEqualTo(actor);
        assertThat(of("default/" + name)).isEqualTo(actor);
        assertThat(of("USER:Default/" + name.toUpperCase(Locale.ROOT))).isEqualTo(actor);
    }

    @Property
    void differentPeopleDiffer(@ForAll("names") String one, @ForAll("names") String other) {
        Assume.that(!one.equalsIgnoreCase(other));
        assertThat(of(one)).isNotEqualTo(of(other));
        assertThat(of("user:other/" + one)).isNotEqualTo(of(one));
    }

    @Property
    void isAUuidOfVersion8(@ForAll("names") String name) {
        UUID actor = UUID.fromString(of(name));
        assertThat(actor.version()).isEqualTo(8);
        assertThat(actor.variant()).isEqualTo(2);
    }

    @Property
    void anotherKeyGivesAnotherPseudonym(@ForAll("names") String name) {
        assertThat(new Pseudonyms("the key of another one")
                        .ofUser(EntityRef.user(name).orElseThrow()))
                .isNotEqualTo(of(name));
    }

    @Property
    void whatIsSealedComesBack(@ForAll byte[] bytes) {
        PayloadCipher cipher = new PayloadCipher(pseudonyms);
        assertThat(cipher.open(cipher.seal(bytes, 0, bytes.length))).isEqualTo(bytes);
    }

    /** Worked out with: printf user:default/jane | openssl dgst -sha256 -hmac 'the key of a deployment'. */
    @Example
    void isTheHmacOfTheRef() {
        assertThat(of("jane")).isEqualTo("618bad47-9c74-8165-8ca9-90efae4dea87");
    }

    @Example
    void kindsOfInputDoNotMeet() {
        assertThat(pseudonyms.ofSession("x"))
                .isNotEqualTo(pseudonyms.eventId("x"))
                .isNotEqualTo(of("x"));
        assertThat(pseudonyms.anonymous()).isNotEqualTo(of("anonymous"));
    }

    @Example
    void anotherKeyOpensNothing() {
        byte[] sealed = new PayloadCipher(pseudonyms).seal("secret".getBytes(StandardCharsets.UTF_8), 0, 6);
        PayloadCipher other = new PayloadCipher(new Pseudonyms("the key of another one"));
        assertThatIllegalArgumentException().isThrownBy(() -> other.open(sealed));
    }

    private String of(String user) {
        return pseudonyms.ofUser(EntityRef.user(user).orElseThrow());
    }
}
