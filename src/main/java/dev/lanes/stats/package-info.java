/// From measured iterations to what may be said about them: score, interval, speedup, trust, verdict.
package dev.lanes.stats;

