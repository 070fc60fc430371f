/// Code that a visitor has edited: compiled in a process of its own, and compared with what it stands in for.
package dev.lanes.workshop;
