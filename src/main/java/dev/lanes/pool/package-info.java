/// Ways to run tasks: a fixed pool of platform threads, or one virtual thread per task.
package dev.lanes.pool;

