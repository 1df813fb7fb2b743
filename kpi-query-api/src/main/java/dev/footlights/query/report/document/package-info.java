/** What a message says, apart from how it is laid out: every rendering has the same words. */
@NullMarked
package dev.footlights.query.report.document;

import org.jspecify.annotations.NullMarked;
