/// What went on in the JVM and on the machine during an iteration.
package dev.lanes.worker.counters;

