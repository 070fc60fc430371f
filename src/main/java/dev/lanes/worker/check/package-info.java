/// Whether a variant computed the same as the baseline.
package dev.lanes.worker.check;

