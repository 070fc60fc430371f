/// Why parallelism: the analogy that the guide begins with, as a program.
package dev.lanes.experiment.kitchen;

