/** What is asked: parameters and their limits. Pure. */
@NullMarked
package dev.footlights.query.request;

import org.jspecify.annotations.NullMarked;
