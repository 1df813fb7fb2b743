package dev.footlights.systemtest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each part may know of the others: a service knows the contracts and the kit and no other service, so that each
 * can be built, started and replaced without the rest.
 *
 * @param root package that the parts lie in
 */
record PartRules(String root) {
    /** Each part by its package, and the parts it may know. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "schemas", Set.of(),
            "service", Set.of(),
            "ingest", Set.of("schemas", "service"),
            "streams", Set.of("schemas", "service"),
            "query", Set.of("schemas", "service"),
            "local", Set.of("schemas", "service"));

    /** One rule per part, by the part's name. */
    Map<String, ArchRule> knowledge() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        MAY_KNOW.forEach((part, known) -> rules.put(part, rule(part, known)));
        return rules;
    }

    /** No class outside the parts, where no other rule would see it. */
    ArchRule everyClassInAPart() {
        return classes()
                .should()
                .resideInAnyPackage(
                        MAY_KNOW.keySet().stream().map(this::packages).toArray(String[]::new));
    }

    private ArchRule rule(String part, Set<String> known) {
        List<String> others = new ArrayList<>(MAY_KNOW.keySet());
        others.remove(part);
        others.removeAll(known);
        return noClasses()
                .that()
                .resideInAPackage(packages(part))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.stream().map(this::packages).toArray(String[]::new));
    }

    private String packages(String part) {
        return root + "." + part + "..";
    }
}
