/** What is kept back because it is about too few people. Pure. */
@NullMarked
package dev.footlights.query.privacy;

import org.jspecify.annotations.NullMarked;
