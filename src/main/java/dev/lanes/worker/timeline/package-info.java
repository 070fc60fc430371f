/// What the workers of a pool did during one operation, by the flight recorder.
package dev.lanes.worker.timeline;

