/// From a request to its results: the request is checked and planned, waits its turn, and is measured by a process of
/// its own whose events are the run's log. One run is measured at a time.
package dev.lanes.run;

