/// The strategy: its steps one on top of the other, and the choice of number they all rest on.
package dev.lanes.experiment.strategy;

