/// The processes that measure, seen from the server: how they are started, watched, limited and removed.
package dev.lanes.process;

