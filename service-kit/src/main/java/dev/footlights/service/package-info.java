/** How a Footlights process starts, runs and stops. */
@NullMarked
package dev.footlights.service;

import org.jspecify.annotations.NullMarked;
