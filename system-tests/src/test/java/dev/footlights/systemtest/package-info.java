/** The whole pipeline as a user meets it: real processes, real HTTP, figures held against an independent recount. */
@NullMarked
package dev.footlights.systemtest;

import org.jspecify.annotations.NullMarked;
