/** Reading catalogue files, with errors that name the key. */
@NullMarked
package dev.footlights.schemas.files;

import org.jspecify.annotations.NullMarked;
