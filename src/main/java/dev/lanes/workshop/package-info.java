/// Code that a visitor has edited: compiled in a process of its own, and compared with the original.
package dev.lanes.workshop;
