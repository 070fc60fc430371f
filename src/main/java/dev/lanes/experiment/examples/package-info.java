/// The guide's worked examples: small pieces of work, alone and shared out.
package dev.lanes.experiment.examples;

