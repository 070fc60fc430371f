/// What a machine can do at most: benchmarks of its arithmetic units, its caches and its memory.
package dev.lanes.ceiling;

