/// Do and do not: habits that pay and habits that cost, each with its measurement.
package dev.lanes.experiment.habits;

