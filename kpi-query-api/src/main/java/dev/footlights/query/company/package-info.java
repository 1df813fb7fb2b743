/** What lists may tell of a team in the company of its sisters and of the teams above it. */
@NullMarked
package dev.footlights.query.company;

import org.jspecify.annotations.NullMarked;
