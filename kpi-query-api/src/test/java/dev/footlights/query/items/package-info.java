@org.jspecify.annotations.NullMarked
package dev.footlights.query.items;
