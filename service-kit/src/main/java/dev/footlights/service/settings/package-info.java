/** Settings: one YAML file and the environment, read into records; every mistake is named. */
@NullMarked
package dev.footlights.service.settings;

import org.jspecify.annotations.NullMarked;
