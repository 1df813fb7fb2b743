package dev.footlights.systemtest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the parts to {@link PartRules}, and the rules to planted violations: a rule that can't fail holds nothing. */
class ArchitectureTest {
    private static final PartRules OURS = new PartRules("dev.footlights");
    private static final PartRules PLANTED = new PartRules("dev.footlights.systemtest.planted");

    @Test
    void servicesKnowOnlySchemasAndServiceKit() {
        JavaClasses parts = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(OURS.root());

        assertThat(parts).hasSizeGreaterThan(100);
        OURS.knowledge().values().forEach(rule -> rule.check(parts));
        OURS.everyClassInAPart().check(parts);
    }

    @Test
    void plantedViolationsAreFound() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED.root());

        Set<String> broken = new TreeSet<>();
        PLANTED.knowledge().forEach((part, rule) -> {
            if (violates(rule, planted)) {
                broken.add(part);
            }
        });

        assertThat(broken).containsExactly("schemas", "service", "streams");
        assertThat(violates(PLANTED.everyClassInAPart(), planted)).isTrue();
    }

    private static boolean violates(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
    }
}
