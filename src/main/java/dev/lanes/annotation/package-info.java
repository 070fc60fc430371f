/// The words an experiment is written in. An experiment is one class under `dev.lanes.experiment` that carries
/// these annotations beside JMH's own; the catalogue reads them, nothing is registered anywhere else.
package dev.lanes.annotation;

