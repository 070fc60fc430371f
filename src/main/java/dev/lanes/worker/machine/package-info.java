/// What the machine is made of, and what could mislead about it.
package dev.lanes.worker.machine;

