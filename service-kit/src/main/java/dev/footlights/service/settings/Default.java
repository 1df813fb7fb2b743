package dev.footlights.service.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a setting is when neither the file nor the environment gives it, written as a person would write it in the
 * environment: {@code @Default("PT5M")}. On a nested record it is a YAML map laid over the defaults of that record:
 * {@code @Default("{port: 8481}") HttpSettings http}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();
}
