/// The guide as text: Markdown files, one per section, made into HTML that the page fills with experiments and figures.
package dev.lanes.guide;

