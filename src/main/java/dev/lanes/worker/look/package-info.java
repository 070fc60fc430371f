/// A look into a case in a fork of its own, in which nothing is timed for the record: its machine code, and where its
/// time goes.
package dev.lanes.worker.look;
