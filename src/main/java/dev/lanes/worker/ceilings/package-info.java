/// What the machine can do at most, measured in forks of its own.
package dev.lanes.worker.ceilings;

