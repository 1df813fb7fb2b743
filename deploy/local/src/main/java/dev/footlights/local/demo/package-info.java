/** A made-up organisation and eight weeks of its use of Backstage. */
@NullMarked
package dev.footlights.local.demo;

import org.jspecify.annotations.NullMarked;
