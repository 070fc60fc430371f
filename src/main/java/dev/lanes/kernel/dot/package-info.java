/// Dot products: of floats and of doubles, by plain loops and on the vector unit.
package dev.lanes.kernel.dot;

