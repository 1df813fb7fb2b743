/** Brings messages to people: by mail, webhook or folder, each at most once, and keeps a record of it. */
@NullMarked
package dev.footlights.query.delivery;

import org.jspecify.annotations.NullMarked;
