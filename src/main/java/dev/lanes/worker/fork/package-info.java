/// One JMH fork: its flags, its output, its result.
package dev.lanes.worker.fork;

