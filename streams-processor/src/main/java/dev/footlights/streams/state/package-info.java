/** Where the fold's state lives: stores, their keys' and values' bytes, and how long they stay. */
@NullMarked
package dev.footlights.streams.state;

import org.jspecify.annotations.NullMarked;
