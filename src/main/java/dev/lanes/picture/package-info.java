/// The pictures that stand beside a link where it is shared: one look tells the question and what was measured.
package dev.lanes.picture;

