/** Renders messages: HTML for mail, browser and print, plain text, Markdown, chat, and pictures. */
@NullMarked
package dev.footlights.query.report.render;

import org.jspecify.annotations.NullMarked;
