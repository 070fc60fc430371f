/// How numbers lie in memory, and in which order they are read.
package dev.lanes.kernel.layout;

