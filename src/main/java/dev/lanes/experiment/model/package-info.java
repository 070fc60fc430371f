/// Data against model parallelism: the same network copied, or cut in stages.
package dev.lanes.experiment.model;

